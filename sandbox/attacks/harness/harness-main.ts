import { launchBrowser } from "./browsers.ts";
import type { LabellerBrowser } from "./browsers.ts";
import { readCorpus } from "./corpus.ts";
import type { Attack, BrowserName, Surface } from "./corpus.ts";
import { runOnFrame } from "./frame-surface.ts";
import { ISOLATED_ARGUMENT, runOrderSchema } from "./harness-messages.ts";
import type { FromHarness, RunOrder } from "./harness-messages.ts";
import { failedRun, judge } from "./oracles.ts";
import type { AttackResult, Facts } from "./oracles.ts";
import { startNameServer } from "./udp-listeners.ts";
import type { NameServer } from "./udp-listeners.ts";
import { openVerifyStage, runOnVerifier } from "./verify-surface.ts";
import type { VerifyStage } from "./verify-surface.ts";

/**
 * The disposable process in which attacks run. An attack can end it, through the browser's
 * automation or the machine's memory; the process that started it notices and goes on with another.
 */

/** Each labelling page has five renderers; more pages at once only slow each other down on two cores. */
const PAGES_AT_ONCE = 3;
const VERIFICATIONS_AT_ONCE = 3;

type Run = { readonly attack: Attack; readonly surface: Surface };

const isolated = process.argv.includes(ISOLATED_ARGUMENT);

function say(message: FromHarness): void {
  if (process.connected) process.send?.(message);
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Works through the runs in order, `atOnce` at a time. */
async function inLanes(runs: readonly Run[], atOnce: number, work: (run: Run) => Promise<void>): Promise<void> {
  const waiting = runs.values();
  const lane = async () => {
    for (const run of waiting) await work(run);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** The verifier has a document that hangs to itself in the end, so there it is better alone from the beginning. */
function needsMachine({ attack, surface }: Run): boolean {
  if (surface === "frame" && attack.oneCore) return false;
  return attack.hang === true || attack.category === "dos";
}

/** Those that use up the machine come last, one by one: a neighbour would be measured with them. */
async function together(runs: readonly Run[], atOnce: number, work: (run: Run) => Promise<void>): Promise<void> {
  const light = runs.filter((run) => !needsMachine(run));
  await inLanes(light, atOnce, work);
  await inLanes(runs.filter(needsMachine), 1, work);
}

/** Runs one attack and says what came of it; a harness that fails says that. */
async function report(run: Run, browser: BrowserName, work: () => Promise<{ facts: Facts; note: string }>) {
  const { attack, surface } = run;
  say({ t: "started", id: attack.id, surface });
  let result: AttackResult;
  try {
    const { facts, note } = await work();
    result = judge(attack, { surface, browser }, facts, note);
  } catch (error) {
    result = failedRun(attack.id, surface, explain(error));
  }
  say({ t: "result", result });
}

async function runFrames(order: RunOrder, runs: readonly Run[], names: NameServer | null): Promise<void> {
  if (runs.length === 0) return;
  const { corpusDir, naive, browser } = order;
  const launch = () => launchBrowser({ name: browser, path: order.browserPath, isolated });
  let current: Promise<LabellerBrowser> = launch();
  const browserOf = async (): Promise<LabellerBrowser> => {
    const opened = await current;
    if (!opened.browser.isConnected()) current = launch();
    return current;
  };
  await current;
  await together(runs, order.alone ? 1 : PAGES_AT_ONCE, (run) =>
    report(run, browser, async () => {
      const labeller = await browserOf();
      const lookUps = names?.lookUps ?? labeller.lookUps;
      return runOnFrame(labeller, { corpusDir, naive, attack: run.attack, lookUps });
    }),
  );
  await (await current).close();
}

async function runVerifications(order: RunOrder, runs: readonly Run[], names: NameServer | null): Promise<void> {
  if (runs.length === 0) return;
  const { corpusDir, naive } = order;
  const stage: VerifyStage = await openVerifyStage(order.browser === "chromium" ? order.browserPath : undefined);
  try {
    await together(runs, order.alone ? 1 : VERIFICATIONS_AT_ONCE, (run) =>
      report(run, "chromium", () => {
        const alone = order.alone || needsMachine(run);
        return runOnVerifier(stage, { corpusDir, naive, attack: run.attack, lookUps: names?.lookUps ?? null, alone });
      }),
    );
  } finally {
    await stage.close();
  }
}

async function run(order: RunOrder): Promise<void> {
  const attacks = new Map(readCorpus(order.corpusDir).map((attack) => [attack.id, attack]));
  const runs = order.runs.flatMap(({ id, surface }) => {
    const attack = attacks.get(id);
    return attack ? [{ attack, surface }] : [];
  });
  const names = isolated ? await startNameServer() : null;
  await runFrames(
    order,
    runs.filter(({ surface }) => surface === "frame"),
    names,
  );
  await runVerifications(
    order,
    runs.filter(({ surface }) => surface === "verify"),
    names,
  );
  names?.close();
}

process.on("message", (raw) => {
  run(runOrderSchema.parse(raw)).then(
    () => say({ t: "done" }),
    (error: unknown) => say({ t: "failed", reason: explain(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
say({ t: "ready" });
