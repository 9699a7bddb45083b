import type {
  ModelAnswer,
  ModelClient,
  ModelFailure,
  ModelOutcome,
  ModelRequest,
  ModelUsage,
} from "#server/pipeline/generation/model/ports.ts";

import { collectAnswer } from "./collect-answer.ts";
import { extractJson } from "./extract-json.ts";
import { CallFault } from "./fault.ts";
import { requestBody } from "./request-body.ts";
import { pauseMs } from "./retry.ts";
import { createSemaphore } from "./semaphore.ts";
import type { ModelServerSettings } from "./settings.ts";
import { strictJsonSchema, withoutNulls } from "./strict-schema.ts";
import { send } from "./transport.ts";
import { type Dialect, FIRST_DIALECT, nextDialect } from "./wire.ts";

export type ModelClientDeps = {
  /** Monotonic, for latencies. */
  readonly monotonicMs: () => number;
  /** The date, for `Retry-After`. */
  readonly nowMs: () => number;
  /** Uniform in [0, 1). */
  readonly draw: () => number;
  /** Rejects when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
};

/** An answer that did not fit is asked for once more; a model that writes two in a row is left. */
const MALFORMED_RETRIES = 1;

/** Asks models of one OpenAI-compatible server, in order, until one answers in the shape that was asked for. */
export function createModelClient(settings: ModelServerSettings, deps: ModelClientDeps): ModelClient {
  const inTurn = createSemaphore(settings.concurrency);
  const dialects = new Map<string, Dialect>();

  return {
    async ask<Value>(request: ModelRequest<Value>): Promise<ModelAnswer<Value>> {
      let last: ModelFailure = failureOf("unavailable", "none");
      for (const model of settings.models) {
        const answer = await inTurn(() => askOne(settings, deps, dialects, model, request));
        if (answer.ok) return answer;
        last = answer;
        if (answer.outcome === "over-budget" || answer.outcome === "cancelled") break;
      }
      return last;
    },
  };
}

/** One model: repeats what may pass by itself, speaks the server's dialect, and gives up with a typed failure. */
async function askOne<Value>(
  settings: ModelServerSettings,
  deps: ModelClientDeps,
  dialects: Map<string, Dialect>,
  model: string,
  request: ModelRequest<Value>,
): Promise<ModelAnswer<Value>> {
  let repeated = 0;
  let malformed = 0;
  for (;;) {
    const dialect = dialects.get(model) ?? FIRST_DIALECT;
    const answer = await callOnce(settings, deps, model, dialect, request);
    if (!(answer instanceof CallFault)) return answer;

    const refused = answer.outcome === "rejected" && answer.wireError;
    const other = refused ? nextDialect(dialect, refused) : null;
    if (other) {
      dialects.set(model, other);
      continue;
    }
    if (answer.outcome === "malformed" && malformed < MALFORMED_RETRIES) {
      malformed++;
      continue;
    }
    const asked = answer.retryAfterMs;
    // A server that wants to be left alone for longer than we ever wait is left to the next model.
    const patient = asked === null || asked <= settings.backoffMs.max;
    if (!answer.retryable || !patient || repeated >= settings.retries)
      return failureOf(answer.outcome, answer.errorCode);
    try {
      await deps.pause(pauseMs(repeated, settings.backoffMs, deps.draw(), asked), request.signal);
    } catch {
      return failureOf("cancelled", "cancelled");
    }
    repeated++;
  }
}

/** One HTTP request between the meter's `open` and `close`. */
async function callOnce<Value>(
  settings: ModelServerSettings,
  deps: ModelClientDeps,
  model: string,
  dialect: Dialect,
  request: ModelRequest<Value>,
): Promise<ModelAnswer<Value> | CallFault> {
  const { name, messages, maxOutputTokens, meter, signal } = request;
  const schema = strictJsonSchema(request.schema);
  const body = requestBody({ model, name, messages, schema, maxOutputTokens }, dialect);
  // No tokeniser makes more tokens than there are bytes.
  const tokensInMax = Buffer.byteLength(body);
  const opened = await meter.open({ model, tokensInMax, tokensOutMax: maxOutputTokens });
  if ("refused" in opened) return { ok: false, outcome: "over-budget", message: opened.refused };

  const startedMs = deps.monotonicMs();
  const end = (outcome: ModelOutcome, errorCode: string | null, usage: ModelUsage | null) =>
    meter.close(opened.callId, {
      outcome,
      errorCode,
      usage,
      latencyMs: Math.round(deps.monotonicMs() - startedMs),
    });
  let collected: Awaited<ReturnType<typeof collectAnswer>>;
  try {
    collected = await send(settings, body, { signal, nowMs: deps.nowMs }, collectAnswer);
  } catch (error) {
    if (!(error instanceof CallFault)) throw error;
    await end(error.outcome, error.errorCode, error.usage);
    return error;
  }
  const parsed = request.schema.safeParse(redacted(withoutNulls(extractJson(collected.text)), settings.apiKey));
  await end(parsed.success ? "ok" : "malformed", parsed.success ? null : "answer.schema", collected.usage);
  if (!parsed.success) return new CallFault("malformed", "answer.schema");
  return { ok: true, value: parsed.data, model, callId: opened.callId, usage: collected.usage };
}

/** A server knows the key that it was sent; what it answers goes into rows and prompts. */
function redacted(value: unknown, secret: string | null): unknown {
  if (secret === null) return value;
  if (typeof value === "string") return value.replaceAll(secret, "[redacted]");
  if (Array.isArray(value)) return value.map((each) => redacted(each, secret));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, redacted(each, secret)]));
}

const SENTENCES: Record<Exclude<ModelOutcome, "ok">, string> = {
  refused: "The model declined to answer.",
  filtered: "The model server's content filter cut the answer.",
  truncated: "The answer reached its token limit.",
  "too-large": "The answer is larger than answers may be.",
  malformed: "The model's answers do not have the shape that was asked for.",
  timeout: "The model server is too slow.",
  "rate-limited": "The model server limits our requests.",
  unavailable: "The model server does not answer.",
  rejected: "The model server refuses the request: check MODEL_BASE_URL, MODEL_API_KEY and MODEL_NAMES.",
  cancelled: "Stopped on request.",
};

function failureOf(outcome: Exclude<ModelOutcome, "ok">, errorCode: string): ModelFailure {
  return { ok: false, outcome, message: `${SENTENCES[outcome]} (${errorCode})` };
}
