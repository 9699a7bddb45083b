import { type ChildProcess, spawn } from "node:child_process";

import { childEnv } from "#server/platform/env.ts";

/**
 * A role that runs as a process of its own. It ends itself when its IPC channel to us closes, even if
 * we were killed. `ready` resolves with the message by which it announced itself.
 */
export type Child = { name: string; process: ChildProcess; ready: Promise<unknown>; exited: Promise<number | null> };

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;

/** Starts a TypeScript entry under the same loader and waits for nothing. */
export function startChild(
  name: string,
  entry: string,
  decided: Record<string, string>,
  args: readonly string[] = [],
): Child {
  const child = spawn(process.execPath, ["--import", "tsx", entry, ...args], {
    env: childEnv(decided),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own: Ctrl-C reaches it through us, in order.
    detached: true,
  });
  let lastWords = "";
  const keep = (chunk: Buffer) => {
    process.stderr.write(chunk);
    lastWords = `${lastWords}${chunk.toString()}`.slice(-2_000);
  };
  child.stdout?.on("data", (chunk: Buffer) => (decided.LOG_LEVEL === "debug" ? keep(chunk) : undefined));
  child.stderr?.on("data", keep);
  const exited = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const ready = new Promise<unknown>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} did not become ready in 60 s.`)), READY_TIMEOUT_MS);
    child.on("message", (message) => {
      if (isReady(message)) resolve(message);
    });
    void exited.then((code) =>
      reject(new Error(lastLine(lastWords) || `${name} ended while starting (exit code ${code}).`)),
    );
    void exited.then(() => clearTimeout(timer));
  });
  // Nobody may be waiting yet when it fails; whoever waits later still gets the rejection.
  ready.catch(() => {});
  return { name, process: child, ready, exited };
}

const isReady = (message: unknown) =>
  typeof message === "object" && message !== null && "kind" in message && message.kind === "ready";

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";

/** Asks a child to end, and ends its whole group when it does not. */
export async function stopChild(child: Child): Promise<void> {
  if (child.process.exitCode !== null || child.process.signalCode !== null) return;
  child.process.kill("SIGTERM");
  const timer = setTimeout(() => {
    if (child.process.pid !== undefined) process.kill(-child.process.pid, "SIGKILL");
  }, STOP_TIMEOUT_MS);
  await child.exited;
  clearTimeout(timer);
}
