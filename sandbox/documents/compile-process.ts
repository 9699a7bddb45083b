import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { childEnvironment } from "#sandbox/env.ts";
import { LIMITS } from "#sandbox/policy/limits.ts";

import type { CompileRequest, Compiled } from "./compile-document.ts";
import { compileReplySchema } from "./compile-messages.ts";
import type { CompileOrder, CompileReply } from "./compile-messages.ts";

const CHILD = join(dirname(fileURLToPath(import.meta.url)), "compile-child.ts");
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** How an order ended: with an answer, without one because time ran out, or because the process died. */
export type CompileOutcome =
  | { readonly how: "answered"; readonly compiled: Compiled }
  | { readonly how: "timeout" | "died" };

/** One killable process; it takes one order at a time. */
export type CompileProcess = {
  readonly pid: number | undefined;
  readonly alive: () => boolean;
  run(request: CompileRequest, wallMs?: number): Promise<CompileOutcome>;
  kill(): void;
};

/** Ends the process and the esbuild service below it: they are one process group. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

/** Whether this process waits for the child: an idle one must not keep a finished program from ending. */
function hold(child: ChildProcess, held: boolean): void {
  if (held) {
    child.ref();
    child.channel?.ref?.();
  } else {
    child.unref();
    child.channel?.unref?.();
  }
}

/** The next message of the child; null when it dies first. */
function nextReply(child: ChildProcess): Promise<CompileReply | null> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      child.off("message", onMessage);
      child.off("exit", onExit);
      child.off("error", onExit);
      settle();
    };
    const onMessage = (message: unknown) => {
      const parsed = compileReplySchema.safeParse(message);
      done(() => (parsed.success ? resolve(parsed.data) : reject(parsed.error)));
    };
    const onExit = () => done(() => resolve(null));
    child.on("message", onMessage);
    child.on("exit", onExit);
    child.on("error", onExit);
  });
}

async function withDeadline<T>(ms: number, promise: Promise<T>): Promise<T | "timeout"> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<"timeout">((resolve) => {
    timer = setTimeout(resolve, ms, "timeout");
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Starts a compile process and waits until it can take orders (about 0.5 s; 1.5 s when the vendor chunks are
 * not in `cacheDir` yet).
 *
 * @throws {Error} when it does not come up: the installation is broken, no source is to blame.
 */
export async function startCompileProcess(cacheDir: string): Promise<CompileProcess> {
  const child = fork(CHILD, [cacheDir], {
    execArgv: ["--import", TSX, `--max-old-space-size=${LIMITS.compileHeapMb}`],
    serialization: "advanced",
    detached: true,
    env: childEnvironment(),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const killAtExit = () => killGroup(child);
  process.once("exit", killAtExit);
  child.once("exit", () => process.off("exit", killAtExit));

  const first = await nextReply(child);
  if (first?.kind !== "ready") {
    killGroup(child);
    throw new Error("The compile process did not start; its own message stands above.");
  }
  hold(child, false);

  let orders = 0;
  // The exit of a killed process is reported later than it happens, so it is remembered here.
  let killed = false;
  const kill = () => {
    killed = true;
    killGroup(child);
  };
  async function run(request: CompileRequest, wallMs: number = LIMITS.compileWallMs): Promise<CompileOutcome> {
    orders += 1;
    hold(child, true);
    try {
      const answer = nextReply(child);
      child.send({ id: orders, request } satisfies CompileOrder);
      const reply = await withDeadline(wallMs, answer);
      if (reply === "timeout") {
        kill();
        return { how: "timeout" };
      }
      if (reply === null) return { how: "died" };
      if (reply.kind === "compiled" && reply.id === orders) return { how: "answered", compiled: reply.compiled };
      throw new Error(
        reply.kind === "failed" ? `Compiling failed: ${reply.reason}` : "The compile process answered out of turn.",
      );
    } finally {
      hold(child, false);
    }
  }

  const alive = () => !killed && child.connected && child.exitCode === null && child.signalCode === null;
  return { pid: child.pid, alive, run, kill };
}
