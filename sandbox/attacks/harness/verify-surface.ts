import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

import type { InteractionCheck, Verification } from "#sandbox/contract.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";
import { Patience } from "#sandbox/runner/patience.ts";
import { BrowserProcesses } from "#sandbox/runner/process-tree.ts";
import { createVerifier } from "#sandbox/runner/verifier.ts";
import type { Verifier } from "#sandbox/runner/verifier.ts";
import { startDocumentServer } from "#sandbox/server/document-server.ts";
import type { DocumentServer } from "#sandbox/server/document-server.ts";
import { memoryObjectStore } from "#sandbox/shim/testing/framed-document.ts";

import { benignHtml, reportedResults } from "./benign-document.ts";
import { startCollector } from "./collector.ts";
import type { Collector } from "./collector.ts";
import type { Attack } from "./corpus.ts";
import type { Facts } from "./oracles.ts";
import { setTraps, storeUnchecked } from "./stage.ts";
import type { LookUps } from "./stage.ts";

/** The verifier of the product with its document server, and an application that nobody may reach through it. */
export type VerifyStage = {
  readonly verifier: Verifier;
  readonly objects: ObjectStore;
  readonly documents: DocumentServer;
  readonly app: Collector;
  readonly patience: Patience;
  close(): Promise<void>;
};

/**
 * A verdict must be there by then, whatever the document does, on a clock that others on the machine
 * slow down as they slow down the verifier. One that hangs beside others is judged a second time
 * alone, so that no neighbour is charged: then it is twice as long.
 */
const VERDICT_MS = 15_000;
const WALL_MS = 8_000;
const BENIGN_MS = 20_000;
const POLL_MS = 100;
/** Of the process that asks for verdicts; the reference design grew by 436 MB under a console flood. */
const GROWTH_BYTES_MAX = 200 * 1024 * 1024;
/** Share of a core that a document at rest may use without being noticed. */
const IDLE_CPU_MAX = 0.3;

/** A person would press what can be pressed. */
const PRESS_BUTTON: InteractionCheck = {
  id: "press-button",
  says: "The first button of the page can be pressed",
  weight: 1,
  steps: [
    { do: "click", on: { role: "button" } },
    { do: "wait", ms: 200 },
  ],
};

export async function openVerifyStage(browserPath: string | undefined): Promise<VerifyStage> {
  const objects = memoryObjectStore();
  const app = await startCollector();
  const appOrigin = `http://localhost:${app.port}`;
  const documents = await startDocumentServer({ port: 0, appOrigin, objects });
  const verifier = await createVerifier({
    documentPort: documents.port,
    objects,
    appOrigin,
    ...(browserPath === undefined ? {} : { browserPath }),
  });
  const patience = new Patience(new BrowserProcesses(process.pid));
  patience.watch(true);
  return {
    verifier,
    objects,
    documents,
    app,
    patience,
    close: async () => {
      patience.watch(false);
      await verifier.close();
      await Promise.all([documents.close(), app.close()]);
    },
  };
}

type Judged = { readonly verification: Verification | null; readonly ms: number };

async function verdictOf(
  stage: VerifyStage,
  options: { documentHash: string; checks: InteractionCheck[]; limitMs: number },
): Promise<Judged> {
  const { documentHash, checks, limitMs } = options;
  const start = performance.now();
  const fairStart = stage.patience.fairNow();
  const ended = new AbortController();
  const overdue = async (): Promise<null> => {
    while (stage.patience.fairNow() - fairStart < limitMs) await sleep(POLL_MS, undefined, { signal: ended.signal });
    return null;
  };
  const verification = await Promise.race([
    stage.verifier.verify({ documentHash, checks, viewports: [1280], axe: false, wallMs: WALL_MS }),
    overdue().catch(() => null),
  ]);
  ended.abort();
  return { verification, ms: Math.round(performance.now() - start) };
}

function hangFact(verification: Verification | null, ms: number): string | null {
  if (!verification) return `no verdict within ${ms} ms`;
  return verification.verdict === "sandbox-fault" ? `the sandbox failed: ${verification.reason ?? "?"}` : null;
}

/** What the signals of a document that passed do not show. A document that did not pass hides nothing. */
function unnoticed(verification: Verification | null): Facts {
  const passed = verification?.verdict === "pass" ? verification.signals : null;
  const errors = passed?.errors ?? [];
  return {
    hiddenError: passed && errors.length === 0 ? "it passed without an error" : null,
    blank: passed ? "it passed" : null,
    static: passed && passed.controlCount > 0 ? `${passed.controlCount} controls were counted` : null,
    cpuUnnoticed:
      passed && (passed.idleCpu ?? 0) < IDLE_CPU_MAX ? `it passed, using ${passed.idleCpu ?? "?"} of a core` : null,
  };
}

/** Has one attack judged by the verifier and says what came of it. */
export async function runOnVerifier(
  stage: VerifyStage,
  options: { corpusDir: string; attack: Attack; lookUps: LookUps; alone: boolean; naive: boolean },
): Promise<{ facts: Facts; note: string }> {
  const { attack, alone, naive } = options;
  const appOrigin = `http://localhost:${stage.app.port}`;
  const traps = await setTraps({ ...options, appOrigin, clicks: false });
  try {
    const memoryBefore = process.memoryUsage().rss;
    // The control has no shim that listens first, and nobody who presses a button.
    const documentHash = await (naive
      ? stage.objects.put(Buffer.from(traps.html))
      : storeUnchecked(stage.objects, traps.html));
    const checks = naive ? [] : [PRESS_BUTTON];
    const { verification, ms } = await verdictOf(stage, {
      documentHash,
      checks,
      limitMs: alone ? VERDICT_MS : 2 * VERDICT_MS,
    });
    const growth = process.memoryUsage().rss - memoryBefore;
    const results = reportedResults(verification?.signals?.errors ?? []);
    const asked = attack.oracles.filter((name) => name.startsWith("r:"));
    const stray = stage.app.hits.filter((hit) => hit.includes(traps.targets.TOKEN));
    const facts: Facts = {
      ...traps.facts(),
      ...unnoticed(verification),
      ...Object.fromEntries(asked.map((name) => [name, results.get(name.slice(2)) ?? null])),
      appHits: stray.length > 0 ? `${stray.length} requests` : null,
      verifierHang: hangFact(verification, ms),
      verifierMem: growth > GROWTH_BYTES_MAX ? `${Math.round(growth / 1024 / 1024)} MB more` : null,
      benignAfter: await nextFact(stage),
    };
    const errors = verification?.signals?.errors.length ?? 0;
    return { facts, note: `verdict "${verification?.verdict ?? "none"}" in ${ms} ms, ${errors} errors seen` };
  } finally {
    await traps.close();
  }
}

/** What became of the document that was judged after the attack. */
async function nextFact(stage: VerifyStage): Promise<string | null> {
  const documentHash = await storeUnchecked(stage.objects, benignHtml("Interface after the attack"));
  const { verification } = await verdictOf(stage, { documentHash, checks: [PRESS_BUTTON], limitMs: BENIGN_MS });
  if (verification?.verdict === "pass") return null;
  return `the next document got "${verification?.verdict ?? "no verdict"}" (${verification?.reason ?? ""})`;
}
