import { availableParallelism } from "node:os";

import { LIMITS } from "#sandbox/policy/limits.ts";

import type { CompileRequest, Compiled } from "./compile-document.ts";
import { startCompileProcess } from "./compile-process.ts";
import type { CompileProcess } from "./compile-process.ts";

export type Compiler = {
  compile(request: CompileRequest): Promise<Compiled>;
  /** Starts the first process, so that the first document does not wait for it. */
  warmUp(): Promise<void>;
  /** Kills all processes; orders in flight end with an error. */
  close(): void;
};

function refused(code: string, message: string): Compiled {
  return { ok: false, findings: [{ code, message }] };
}

/** Lets `turnsMax` pieces of work run at a time, the others in the order in which they came. */
function takingTurns(turnsMax: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy < turnsMax) busy += 1;
    // Whoever finishes hands its turn to the first in the queue, so `busy` does not change.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}

/**
 * Compiles in up to `processes` killable processes, one source at a time in each. They start when
 * there is work for them and stay for the next.
 */
export function createCompiler(options: {
  cacheDir: string;
  processes?: number;
  wallMs?: number;
  startProcess?: (cacheDir: string) => Promise<CompileProcess>;
}): Compiler {
  const { cacheDir, wallMs = LIMITS.compileWallMs, startProcess = startCompileProcess } = options;
  // More than four would compete with the browsers that verify what they make.
  const withTurn = takingTurns(options.processes ?? Math.min(4, availableParallelism()));
  const idle: CompileProcess[] = [];
  const all = new Set<CompileProcess>();
  let closed = false;

  /** The last process to become idle is taken first, so that a second one starts only when there is work for two. */
  async function withProcess<T>(use: (process: CompileProcess) => Promise<T>): Promise<T> {
    if (closed) throw new Error("The compiler is closed.");
    let process = idle.pop();
    while (process && !process.alive()) {
      all.delete(process);
      process = idle.pop();
    }
    process ??= await startProcess(cacheDir);
    all.add(process);
    try {
      return await use(process);
    } finally {
      if (process.alive() && !closed) {
        idle.push(process);
      } else {
        process.kill();
        all.delete(process);
      }
    }
  }

  async function compile(request: CompileRequest): Promise<Compiled> {
    // A process can also die of what it compiled before, so only the second death is the source's own.
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const outcome = await withTurn(() => withProcess((process) => process.run(request, wallMs)));
      if (outcome.how === "answered") return outcome.compiled;
      if (outcome.how === "timeout")
        return refused("time.compile", `Compiling the source took more than ${wallMs} ms.`);
      if (closed) throw new Error("The compiler was closed while it compiled.");
    }
    return refused("memory.compile", "Compiling the source needs more memory than is allowed.");
  }

  return {
    compile,
    warmUp: () => withTurn(() => withProcess(async () => undefined)),
    close() {
      closed = true;
      for (const process of all) process.kill();
      all.clear();
    },
  };
}
