import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

import type { InteractionCheck, Verification } from "#sandbox/contract.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";
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
  close(): Promise<void>;
};

/**
 * A verdict must be there by then, whatever the document does. One that hangs beside others is judged a
 * second time alone, so that no neighbour is charged: then it is twice as long.
 */
const VERDICT_MS = 15_000;
const WALL_MS = 8_000;
const BENIGN_MS = 20_000;
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
  return {
    verifier,
    objects,
    documents,
    app,
    close: async () => {
      await verifier.close();
      await Promise.all([documents.close(), app.close()]);
    },
  };
}

async function verdictOf(
  stage: VerifyStage,
  html: string,
  limitMs: number,
): Promise<{ verification: Verification | null; ms: number }> {
  const documentHash = await storeUnchecked(stage.objects, html);
  const start = performance.now();
  const abort = new AbortController();
  const verification = await Promise.race([
    stage.verifier.verify({ documentHash, checks: [PRESS_BUTTON], viewports: [1280], axe: false, wallMs: WALL_MS }),
    sleep(limitMs, null, { signal: abort.signal }),
  ]);
  abort.abort();
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
  options: { corpusDir: string; attack: Attack; lookUps: LookUps; alone: boolean },
): Promise<{ facts: Facts; note: string }> {
  const traps = await setTraps({ ...options, appOrigin: `http://localhost:${stage.app.port}` });
  try {
    const memoryBefore = process.memoryUsage().rss;
    const { verification, ms } = await verdictOf(stage, traps.html, options.alone ? VERDICT_MS : 2 * VERDICT_MS);
    const growth = process.memoryUsage().rss - memoryBefore;
    const next = await verdictOf(stage, benignHtml("Interface after the attack"), BENIGN_MS);
    const results = reportedResults(verification?.signals?.errors ?? []);
    const asked = options.attack.oracles.filter((name) => name.startsWith("r:"));
    const stray = stage.app.hits.filter((hit) => hit.includes(traps.targets.TOKEN));
    const facts: Facts = {
      ...traps.facts(),
      ...unnoticed(verification),
      ...Object.fromEntries(asked.map((name) => [name, results.get(name.slice(2)) ?? null])),
      appHits: stray.length > 0 ? `${stray.length} requests` : null,
      verifierHang: hangFact(verification, ms),
      verifierMem: growth > GROWTH_BYTES_MAX ? `${Math.round(growth / 1024 / 1024)} MB more` : null,
      benignAfter:
        next.verification?.verdict === "pass"
          ? null
          : `the next document got "${next.verification?.verdict ?? "no verdict"}" (${next.verification?.reason ?? ""})`,
    };
    const errors = verification?.signals?.errors.length ?? 0;
    return { facts, note: `verdict "${verification?.verdict ?? "none"}" in ${ms} ms, ${errors} errors seen` };
  } finally {
    await traps.close();
  }
}
