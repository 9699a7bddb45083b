import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";

import type { CallMeter, EndedCall, ModelAnswer, PlannedCall } from "#server/pipeline/generation/model/ports.ts";
import { type ModelServer, type Scenario, startModelServer } from "#server/testing/fakes/model-server.ts";

import { createModelClient } from "./model-client.ts";
import type { ModelServerSettings } from "./settings.ts";

const KEY = "sk-test-do-not-leak-0123456789";
const schema = z.object({ en: z.string(), note: z.string().optional() });

let server: ModelServer;
let calls: { planned: PlannedCall; ended: EndedCall | null }[];
let pauses: number[];

beforeEach(async () => {
  server = await startModelServer({ key: KEY, answer: () => ({ en: "Hello", note: null }) });
  calls = [];
  pauses = [];
});
afterEach(() => server.close());

const meter: CallMeter = {
  open: async (planned) => ({ callId: String(calls.push({ planned, ended: null }) - 1) }),
  close: async (callId, ended) => {
    const call = calls[Number(callId)];
    if (call) call.ended = ended;
  },
};

function ask(
  options: Partial<ModelServerSettings> & { meter?: CallMeter; signal?: AbortSignal } = {},
): Promise<ModelAnswer<z.infer<typeof schema>>> {
  const client = createModelClient(
    {
      baseUrl: server.baseUrl,
      apiKey: KEY,
      models: ["first"],
      concurrency: 2,
      idleMs: 60_000,
      totalMs: 60_000,
      retries: 2,
      backoffMs: { first: 100, max: 1_000 },
      answerBytesMax: 100_000,
      ...options,
    },
    {
      monotonicMs: () => performance.now(),
      nowMs: () => 0,
      draw: () => 0.5,
      pause: async (ms) => void pauses.push(ms),
    },
  );
  const request = { name: "greeting", messages: [{ role: "user" as const, content: "Say hello" }], schema };
  const signal = options.signal ? { signal: options.signal } : {};
  return client.ask({ ...request, maxOutputTokens: 100, meter: options.meter ?? meter, ...signal });
}

const outcomes = () => calls.map((call) => call.ended?.outcome);

describe("an answer is understood", () => {
  test.each<Scenario>(["realistic", "whole", "fenced"])("%s", async (scenario) => {
    server.next(scenario);
    expect(await ask()).toMatchObject({ ok: true, value: { en: "Hello" }, model: "first" });
    expect(server.received[0]?.authorized).toBe(true);
    expect(calls[0]?.ended?.usage?.tokensIn).toBe(120);
  });

  test("a strict schema is sent, and every property of it is required", async () => {
    await ask();
    expect(server.received[0]?.response_format).toEqual({
      type: "json_schema",
      json_schema: {
        name: "greeting",
        strict: true,
        schema: {
          type: "object",
          properties: { en: { type: "string" }, note: { anyOf: [{ type: "string" }, { type: "null" }] } },
          required: ["en", "note"],
          additionalProperties: false,
        },
      },
    });
  });

  test("a server without structured output is asked in words, and remembered as such", async () => {
    server.next("no-schema", "no-format", "new-limit");
    expect(await ask()).toMatchObject({ ok: true });
    expect(server.received.map((each) => each.response_format?.type)).toEqual([
      "json_schema",
      "json_object",
      undefined,
      undefined,
    ]);
    expect(server.received[3]).toMatchObject({ max_completion_tokens: 100 });
    expect(server.received[3]?.messages[0]?.content).toContain("JSON Schema");
  });
});

describe("what may pass by itself is repeated, with jitter", () => {
  test.each<[Scenario, string]>([
    ["rate-limited", "rate-limited"],
    ["server-error", "unavailable"],
    ["stream-error", "unavailable"],
    ["cut", "unavailable"],
    ["ended-early", "unavailable"],
    ["html", "unavailable"],
    ["malformed", "malformed"],
    ["wrong-shape", "malformed"],
  ])("%s", async (scenario, outcome) => {
    server.next(scenario);
    expect(await ask()).toMatchObject({ ok: true });
    expect(outcomes()).toEqual([outcome, "ok"]);
  });

  test("pauses double, are drawn, and are never shorter than the server asks", async () => {
    server.next("server-error", "server-error");
    await ask();
    expect(pauses).toEqual([50, 100]);
    pauses = [];
    server.next("rate-limited");
    await ask({ backoffMs: { first: 1, max: 10 } });
    expect(pauses).toEqual([2]);
  });

  test("a silent server is left after the idle limit, before the first byte and in the middle", async () => {
    server.next("slow-first-byte", "stall");
    expect(await ask({ idleMs: 500, totalMs: 60_000 })).toMatchObject({ ok: true });
    expect(outcomes()).toEqual(["timeout", "timeout", "ok"]);
    expect(calls[0]?.ended?.usage).toBeNull();
  });

  test("an answer may not take longer than the whole limit, however busy it is", async () => {
    server.next("flood");
    const answer = await ask({ totalMs: 100, retries: 0, answerBytesMax: Number.MAX_SAFE_INTEGER });
    expect(answer).toMatchObject({ ok: false, outcome: "timeout" });
  });

  test("a server that is not there costs nothing and is no hang", async () => {
    await server.close();
    const answer = await ask({ retries: 1 });
    expect(answer).toMatchObject({ ok: false, outcome: "unavailable" });
    expect(calls.map((call) => call.ended?.usage)).toEqual([
      { tokensIn: 0, tokensOut: 0 },
      { tokensIn: 0, tokensOut: 0 },
    ]);
  });
});

describe("the next model is asked", () => {
  test.each<[Scenario, string]>([
    ["refusal", "refused"],
    ["filtered", "filtered"],
    ["length", "truncated"],
    ["flood", "too-large"],
    ["unknown-model", "rejected"],
    ["rate-limited-long", "rate-limited"],
  ])("at once after %s", async (scenario, outcome) => {
    server.next(scenario);
    expect(await ask({ models: ["first", "second"] })).toMatchObject({ ok: true, model: "second" });
    expect(outcomes()).toEqual([outcome, "ok"]);
    expect(pauses).toEqual([]);
  });

  test("after the repetitions of the one before", async () => {
    server.next("server-error", "server-error", "server-error");
    expect(await ask({ models: ["first", "second"] })).toMatchObject({ ok: true, model: "second" });
  });

  test("and the last failure is told when there is none left", async () => {
    server.next("refusal", "length");
    expect(await ask({ models: ["first", "second"] })).toMatchObject({ ok: false, outcome: "truncated" });
  });
});

describe("limits", () => {
  test("no request leaves without the meter's consent", async () => {
    const refusing: CallMeter = { ...meter, open: async () => ({ refused: "The month's budget is spent." }) };
    const answer = await ask({ meter: refusing, models: ["first", "second"] });
    expect(answer).toEqual({ ok: false, outcome: "over-budget", message: "The month's budget is spent." });
    expect(server.received).toEqual([]);
  });

  test("the meter hears of at least as many tokens as the request has bytes", async () => {
    await ask();
    expect(calls[0]?.planned.tokensInMax).toBeGreaterThan("Say hello".length);
    expect(calls[0]?.planned.tokensOutMax).toBe(100);
  });

  test("no more requests than places are open at a time", async () => {
    let open = 0;
    let mostAtOnce = 0;
    const counting: CallMeter = {
      open: async () => {
        mostAtOnce = Math.max(mostAtOnce, ++open);
        return { callId: "0" };
      },
      close: async () => void open--,
    };
    await askFiveTimes(2, counting);
    expect(mostAtOnce).toBe(2);
    expect(server.received).toHaveLength(5);
  });

  test("a cancelled call ends in the middle of the stream and is not repeated", async () => {
    server.next("stall");
    const abort = new AbortController();
    const answer = ask({ signal: abort.signal, models: ["first", "second"] });
    await until(() => server.received.length === 1);
    abort.abort();
    expect(await answer).toMatchObject({ ok: false, outcome: "cancelled" });
    expect(server.received).toHaveLength(1);
  });
});

/** Five questions through one client with that many places. */
async function askFiveTimes(concurrency: number, meter: CallMeter): Promise<void> {
  const settings = {
    baseUrl: server.baseUrl,
    apiKey: KEY,
    models: ["first"],
    concurrency,
    idleMs: 60_000,
    totalMs: 60_000,
    retries: 0,
    backoffMs: { first: 1, max: 1 },
    answerBytesMax: 10_000,
  };
  const clock = { monotonicMs: () => 0, nowMs: () => 0, draw: () => 0, pause: async () => {} };
  const client = createModelClient(settings, clock);
  const question = {
    name: "greeting",
    messages: [{ role: "user" as const, content: "Hi" }],
    schema,
    maxOutputTokens: 9,
    meter,
  };
  await Promise.all(Array.from({ length: 5 }, () => client.ask(question)));
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

describe("the key stays here", () => {
  test.each<Scenario>(["bad-key", "injection", "server-error", "cut", "html", "slow-first-byte"])(
    "%s",
    async (scenario) => {
      server.next(scenario, scenario, scenario);
      const answer = await ask({ retries: 1, idleMs: 100 });
      expect(JSON.stringify([answer, calls])).not.toContain(KEY);
    },
  );

  test("text that pretends to give orders is text: it changes neither outcome nor number of requests", async () => {
    server.next("injection");
    const answer = await ask();
    expect(answer).toMatchObject({ ok: true });
    expect(JSON.stringify(answer)).toContain("Ignore all previous instructions");
    expect(server.received).toHaveLength(1);
  });
});
