import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { CONTROL_HEADER } from "#sandbox/contract.ts";
import type { BuildRequest, VerifyRequest } from "#sandbox/contract.ts";

import { startControlServer } from "./control-server.ts";

const asked: (BuildRequest | VerifyRequest)[] = [];
let server: Awaited<ReturnType<typeof startControlServer>>;
beforeAll(async () => {
  server = await startControlServer({
    port: 0,
    operations: {
      async build(request) {
        asked.push(request);
        return { ok: false, findings: [{ code: "syntax", message: "no" }] };
      },
      async verify(request) {
        asked.push(request);
        throw new Error("the browser is gone");
      },
      health: async () => ({
        status: "ok",
        browser: "Chromium",
        policyVersion: "p",
        toolchainId: "t",
        queued: 0,
        running: 0,
      }),
    },
  });
});
afterAll(() => server.close());

const HEADERS = { [CONTROL_HEADER]: "1", "content-type": "application/json" };
const SOURCE = { entry: "index.html", files: [{ path: "index.html", content: "<p>" }] };

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = HEADERS) {
  const init = {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  };
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
  const json: unknown = await response.json();
  return { status: response.status, json };
}

describe("who may call", () => {
  test.each([
    ["without the control header", { "content-type": "application/json" }],
    ["from a page, whichever host name it used", { ...HEADERS, origin: "http://evil.example" }],
  ])("a request %s is refused and does nothing", async (_, headers) => {
    const before = asked.length;
    expect(await call("POST", "/build", { source: SOURCE }, headers)).toMatchObject({
      status: 403,
      json: { error: { code: "control.forbidden" } },
    });
    expect(asked).toHaveLength(before);
  });

  test("a preflight is never answered with permission", async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/build`, { method: "OPTIONS" });
    expect(response.status).toBe(403);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("what is answered", () => {
  test("a build is parsed, its defaults filled in, and its result returned", async () => {
    expect(await call("POST", "/build", { source: SOURCE })).toEqual({
      status: 200,
      json: { ok: false, findings: [{ code: "syntax", message: "no" }] },
    });
    expect(asked.at(-1)).toEqual({ source: SOURCE, language: "en", padToBytes: 32_768 });
  });

  test("health is reported", async () => {
    expect(await call("GET", "/health")).toMatchObject({ status: 200, json: { status: "ok" } });
  });

  test.each([
    [400, "body.not-json", "POST", "/build", "{"],
    [400, "body.invalid", "POST", "/build", { source: { entry: "index.php", files: [] } }],
    [400, "body.invalid", "POST", "/verify", { documentHash: "x" }],
    [413, "body.too-large", "POST", "/build", "x".repeat(1024 * 1024 + 1)],
    [404, "control.unknown", "GET", "/", undefined],
    [405, "control.method", "GET", "/build", undefined],
    [405, "control.method", "POST", "/health", "{}"],
    [500, "sandbox.fault", "POST", "/verify", { documentHash: "0".repeat(64) }],
  ] as const)("%i %s", async (status, code, method, path, body) => {
    expect(await call(method, path, body)).toMatchObject({ status, json: { error: { code } } });
  });
});
