import { fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { CONTROL_HEADER, buildResultSchema, sandboxHealthSchema, verificationSchema } from "./contract.ts";
import { sampleSource } from "./documents/sample-sources.ts";
import { childEnvironment } from "./env.ts";

const MAIN = join(dirname(fileURLToPath(import.meta.url)), "main.ts");
const READY = /^sandbox ready: documents http:\/\/\*\.localhost:(\d+), control http:\/\/127\.0\.0\.1:(\d+)$/m;

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "sandbox-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
});

type Started = { child: ChildProcess; text: () => string };

function start(variables: Record<string, string>, withChannel = false): Started {
  const env = { ...childEnvironment(), DATA_DIR: dir, SANDBOX_PORT: "0", SANDBOX_CONTROL_PORT: "0", ...variables };
  const child = withChannel
    ? fork(MAIN, { execArgv: ["--import", "tsx"], env, stdio: ["ignore", "pipe", "pipe", "ipc"] })
    : spawn(process.execPath, ["--import", "tsx", MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let text = "";
  child.stdout?.on("data", (part: Buffer) => (text += part.toString()));
  child.stderr?.on("data", (part: Buffer) => (text += part.toString()));
  return { child, text: () => text };
}

async function ready({ child, text }: Started): Promise<{ documents: string; control: string }> {
  for (;;) {
    const [, documents, control] = READY.exec(text()) ?? [];
    if (documents && control) return { documents, control };
    if (child.exitCode !== null) throw new Error(text());
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  }
}

test("starts, says where it is, builds, and ends cleanly within two seconds of SIGTERM", async () => {
  const sandbox = start({});
  const { control } = await ready(sandbox);
  const headers = { [CONTROL_HEADER]: "1" };
  const health: unknown = await (await fetch(`http://127.0.0.1:${control}/health`, { headers })).json();
  expect(sandboxHealthSchema.safeParse(health).success).toBe(true);
  const body = JSON.stringify({
    source: { entry: "index.html", files: [{ path: "index.html", content: "<p>hello" }] },
  });
  const answer: unknown = await (
    await fetch(`http://127.0.0.1:${control}/build`, { method: "POST", headers, body })
  ).json();
  expect(buildResultSchema.parse(answer)).toMatchObject({ ok: true, bytes: 32_768 });

  const asked = performance.now();
  sandbox.child.kill("SIGTERM");
  const [code] = await once(sandbox.child, "exit");
  expect(code).toBe(0);
  expect(performance.now() - asked).toBeLessThan(2_500);
});

test("ends when the supervisor that started it is gone", async () => {
  const sandbox = start({}, true);
  await ready(sandbox);
  sandbox.child.disconnect();
  const [code] = await once(sandbox.child, "exit");
  expect(code).toBe(0);
});

test.each([
  ["SANDBOX_PORT", (ports: { documents: string }) => ports.documents],
  ["SANDBOX_CONTROL_PORT", (ports: { control: string }) => ports.control],
] as const)("a taken %s is one sentence and exit code 1", async (name, portOf) => {
  const first = start({});
  const port = portOf(await ready(first));
  const second = start({ [name]: port });
  const [code] = await once(second.child, "exit");
  expect(code).toBe(1);
  expect(second.text()).toBe(
    `sandbox: Port ${port} on 127.0.0.1 is taken by another program: stop it, or choose another port.\n`,
  );
});

test("an unusable setting is one sentence and exit code 1", async () => {
  const sandbox = start({ APP_ORIGIN: "nowhere" });
  const [code] = await once(sandbox.child, "exit");
  expect(code).toBe(1);
  expect(sandbox.text()).toMatch(/^sandbox: APP_ORIGIN is not usable: [^\n]+\n$/);
});

test("verifies what it builds", async () => {
  const sandbox = start({});
  const { control } = await ready(sandbox);
  const post = async (path: string, request: unknown): Promise<unknown> => {
    const init = { method: "POST", headers: { [CONTROL_HEADER]: "1" }, body: JSON.stringify(request) };
    return (await fetch(`http://127.0.0.1:${control}${path}`, init)).json();
  };
  const built = buildResultSchema.parse(await post("/build", { source: sampleSource("kanban") }));
  if (!built.ok) throw new Error(JSON.stringify(built.findings));
  const request = { documentHash: built.documentHash, viewports: [1280], axe: false };
  const verified = verificationSchema.parse(await post("/verify", request));
  expect(verified).toMatchObject({ verdict: "pass", signals: { errors: [] } });
});
