import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { readCorpus } from "./corpus.ts";
import type { Attack, BrowserName, Surface } from "./corpus.ts";
import { fromHarnessSchema } from "./harness-messages.ts";
import type { RunOrder } from "./harness-messages.ts";
import { startHarnessProcess } from "./isolated-process.ts";
import type { HarnessProcess } from "./isolated-process.ts";
import { controlSurface, failedRun } from "./oracles.ts";
import type { AttackResult } from "./oracles.ts";

/** The attacks that come with the sandbox. */
export const OWN_CORPUS = join(dirname(fileURLToPath(import.meta.url)), "../corpus");

export type CorpusOptions = {
  /** A directory with an `index.json`; ours when it is not given. */
  readonly corpusDir?: string;
  readonly surfaces: readonly Surface[];
  /** Whose labeller it is. The verifier has a browser of its own. */
  readonly browser?: BrowserName;
  readonly browserPath?: string;
  /** Only these attacks. */
  readonly ids?: readonly string[];
  /** Without any protection, each attack where it can be seen to succeed: shows that the harness can fail. */
  readonly naive?: boolean;
  readonly signal?: AbortSignal;
  onResult?(result: AttackResult, done: number, total: number): void;
};

export type CorpusReport = {
  readonly results: readonly AttackResult[];
  /** Whether the browsers had a network of their own, so that every name they looked up was heard. */
  readonly isolated: boolean;
};

type Run = RunOrder["runs"][number];
const keyOf = ({ id, surface }: Run): string => `${surface} ${id}`;

/** Gives a process its order and listens until it is done or dead; true when it is done. */
function follow(
  harness: HarnessProcess,
  order: RunOrder,
  on: { started(run: Run): void; result(result: AttackResult): void },
): Promise<boolean> {
  const { child } = harness;
  return new Promise((resolved, reject) => {
    child.on("exit", () => resolved(false));
    child.on("message", (raw) => {
      const message = fromHarnessSchema.parse(raw);
      if (message.t === "started") on.started(message);
      if (message.t === "result") on.result(message.result);
      if (message.t === "done") resolved(true);
      if (message.t === "failed") reject(new Error(message.reason));
    });
    child.send(order);
  });
}

function plannedRuns(options: CorpusOptions, corpusDir: string): Run[] {
  const { ids, surfaces, naive } = options;
  const attacks = readCorpus(corpusDir).filter(({ id }) => ids?.includes(id) ?? true);
  const missing = ids?.find((id) => !attacks.some((attack) => attack.id === id));
  if (missing !== undefined) throw new Error(`The corpus has no attack ${missing}.`);
  const belongsOn = (attack: Attack, surface: Surface) =>
    (attack.surfaces?.includes(surface) ?? true) && (!naive || controlSurface(attack) === surface);
  const runs = surfaces.flatMap((surface) =>
    attacks.filter((attack) => belongsOn(attack, surface)).map(({ id }) => ({ id, surface })),
  );
  if (runs.length === 0) throw new Error(`No such attack has the surface ${surfaces.join(" or ")}.`);
  return runs;
}

/**
 * Runs attacks and says for each, on each surface, whether it was contained: none of its oracles and
 * nothing at the boundary was seen, and a benign document worked afterwards.
 *
 * @throws {Error} when the corpus cannot be read or no browser can be started.
 */
export async function runCorpus(options: CorpusOptions): Promise<CorpusReport> {
  const corpusDir = resolve(options.corpusDir ?? OWN_CORPUS);
  const waiting = new Map(plannedRuns(options, corpusDir).map((run) => [keyOf(run), run]));
  const total = waiting.size;
  const results: AttackResult[] = [];
  let isolated = true;
  let alone = false;
  const record = (result: AttackResult) => {
    waiting.delete(keyOf(result));
    results.push(result);
    options.onResult?.(result, results.length, total);
  };

  while (waiting.size > 0 && !options.signal?.aborted) {
    const harness = await startHarnessProcess();
    isolated &&= harness.isolated;
    options.signal?.addEventListener("abort", harness.close, { once: true });
    const inFlight = new Map<string, Run>();
    try {
      const order: RunOrder = {
        corpusDir,
        browser: options.browser ?? "chromium",
        ...(options.browserPath === undefined ? {} : { browserPath: options.browserPath }),
        naive: options.naive ?? false,
        runs: [...waiting.values()],
        alone,
      };
      const done = await follow(harness, order, {
        started: (run) => inFlight.set(keyOf(run), { id: run.id, surface: run.surface }),
        result: (result) => {
          inFlight.delete(keyOf(result));
          record(result);
        },
      });
      if (done) break;
    } finally {
      harness.close();
    }
    if (inFlight.size === 0) throw new Error("The process that runs attacks ended for no reason of theirs.");
    // Any of those in flight may have ended the process; alone, the next time, only the guilty one is hit.
    for (const run of inFlight.values()) {
      if (alone) record(failedRun(run.id, run.surface, "the attack ended the process that watched it"));
    }
    alone = true;
  }
  return { results, isolated };
}
