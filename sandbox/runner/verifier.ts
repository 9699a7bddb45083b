import { verifyRequestSchema } from "#sandbox/contract.ts";
import type { Verification, VerifyRequest } from "#sandbox/contract.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";

import type { DriverJob, DriverOutcome, DriverSettings } from "./driver-messages.ts";
import { DriverFault, DriverProcess } from "./driver-process.ts";
import { LIMITS } from "./limits.ts";
import { VERIFICATION_POLICY_VERSION } from "./runner-version.ts";

export type VerifierOptions = {
  readonly documentPort: number;
  readonly objects: ObjectStore;
  /** Origin of the labelling pages, as the document server knows it: documents refuse to be embedded elsewhere. */
  readonly appOrigin: string;
  readonly browserPath?: string;
  /** Documents verified at the same time. */
  readonly concurrency?: number;
};

export type VerifierHealth = {
  readonly browser: string | null;
  readonly queued: number;
  readonly running: number;
  /** Null when the browser is fully confined. */
  readonly weakness: string | null;
  readonly policyVersion: string;
};

export type Verifier = {
  verify(request: VerifyRequest): Promise<Verification>;
  health(): VerifierHealth;
  close(): Promise<void>;
};

type ParsedRequest = ReturnType<typeof verifyRequestSchema.parse>;

type Entry = {
  readonly request: ParsedRequest;
  readonly resolve: (verification: Verification) => void;
  readonly startedAt: number;
  /** Runs with no other document in the browser. */
  exclusive: boolean;
  faults: number;
};

/** Two documents use the two cores of a small machine while a third waits for frames, timers and the idle window. */
const CONCURRENCY = 3;
/** What the driver needs beyond the wall time of a document: opening a page, storing pictures. */
const GRACE_MS = 15_000;
/** The driver stretches limits on a busy machine, at most by this factor; only then it counts as hung itself. */
const STRETCH_MAX = 5;
const FAULTS_MAX = 2;

/** Verdicts that a neighbour could have caused by making the browser itself hang or starve. */
const DOUBTFUL: ReadonlySet<string> = new Set(["unresponsive", "crashed", "over-limit"]);

class VerificationQueue {
  private readonly options: VerifierOptions;
  private readonly settings: DriverSettings;
  private driver: DriverProcess;
  private starting: Promise<void> | null = null;
  private readonly queue: Entry[] = [];
  private readonly runningEntries = new Set<Entry>();
  private closed = false;
  /** When a document last came through: then the browser as a whole was well. */
  private lastGoodAt = Number.NEGATIVE_INFINITY;
  /** Since when one document has had the browser for itself. */
  private aloneSince = Number.POSITIVE_INFINITY;

  constructor(options: VerifierOptions, settings: DriverSettings, driver: DriverProcess) {
    this.options = options;
    this.settings = settings;
    this.driver = driver;
  }

  verify(request: VerifyRequest): Promise<Verification> {
    const parsed = verifyRequestSchema.parse(request);
    return new Promise((resolve) => {
      this.queue.push({ request: parsed, resolve, startedAt: performance.now(), exclusive: false, faults: 0 });
      this.pump();
    });
  }

  health(): VerifierHealth {
    return {
      browser: this.driver.usable ? this.driver.browser : null,
      queued: this.queue.length,
      running: this.runningEntries.size,
      weakness: this.driver.weakness,
      policyVersion: VERIFICATION_POLICY_VERSION,
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const entry of this.queue.splice(0)) this.settle(entry, null, "The verifier was closed.");
    this.driver.discard("The verifier was closed.");
    await this.starting;
    this.driver.discard("The verifier was closed.");
    await this.driver.ended;
  }

  private pump(): void {
    for (;;) {
      const next = this.queue[0];
      if (!next || this.closed) return;
      const worn = this.driver.bloated || this.driver.documents >= LIMITS.documentsPerBrowser;
      if (!this.driver.usable || worn) {
        this.replaceDriver();
        return;
      }
      const limit = next.exclusive ? 1 : (this.options.concurrency ?? CONCURRENCY);
      if (this.runningEntries.size >= limit) return;
      if ([...this.runningEntries].some((entry) => entry.exclusive)) return;
      this.queue.shift();
      this.changeRunning(() => this.runningEntries.add(next));
      void this.run(next).finally(() => {
        this.changeRunning(() => this.runningEntries.delete(next));
        this.pump();
      });
    }
  }

  private changeRunning(change: () => void): void {
    change();
    this.aloneSince = this.runningEntries.size === 1 ? performance.now() : Number.POSITIVE_INFINITY;
  }

  /** Starts another driver; the old one ends when the documents in it are done. */
  private replaceDriver(): void {
    if (this.starting || (this.driver.usable && this.driver.running > 0)) return;
    this.driver.discard("replaced");
    this.starting = DriverProcess.start(this.settings)
      .then((driver) => {
        this.driver = driver;
      })
      .catch((error: unknown) => {
        // A browser that no longer starts must not leave requests without an answer.
        const reason = error instanceof Error ? error.message : String(error);
        for (const entry of this.queue.splice(0)) this.settle(entry, null, reason);
      })
      .finally(() => {
        this.starting = null;
        this.pump();
      });
  }

  private async run(entry: Entry): Promise<void> {
    const { request } = entry;
    const begin = performance.now();
    try {
      const outcome = await this.driver.verify(await this.jobOf(request), request.wallMs * STRETCH_MAX + GRACE_MS);
      if (this.isDoubtful(entry, outcome, begin)) return this.repeatAlone(entry);
      if (!DOUBTFUL.has(outcome.verdict)) this.lastGoodAt = performance.now();
      this.settle(entry, outcome, null, await this.store(outcome));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // Any of the documents in that driver may be the cause; alone, the next time, only the guilty one is hit.
      if (error instanceof DriverFault && entry.exclusive) entry.faults += 1;
      const again = error instanceof DriverFault && !this.closed && entry.faults < FAULTS_MAX;
      if (again) this.repeatAlone(entry);
      else this.settle(entry, null, reason);
    }
  }

  /** A bad verdict stands when, while the document did not answer, it was alone or others came through. */
  private isDoubtful(entry: Entry, { verdict }: DriverOutcome, begin: number): boolean {
    if (!DOUBTFUL.has(verdict) || entry.exclusive) return false;
    const hungSince = Math.max(begin, performance.now() - LIMITS.unresponsiveMs);
    return this.aloneSince > hungSince && this.lastGoodAt < hungSince;
  }

  private repeatAlone(entry: Entry): void {
    entry.exclusive = true;
    this.queue.unshift(entry);
  }

  /** @throws {Error} when the store lacks something: then the request cannot be carried out as it was meant. */
  private async jobOf(request: ParsedRequest): Promise<DriverJob> {
    const { objects } = this.options;
    const { documentHash, checks, viewports, axe, wallMs } = request;
    if (!(await objects.has(documentHash))) throw new Error("The object store does not have this document.");
    const compareWith: DriverJob["compareWith"] = [];
    for (const viewport of viewports) {
      const hash = request.compareWith?.[viewport];
      if (hash === undefined) continue;
      const png = await objects.get(hash);
      if (!png) throw new Error("The object store does not have a screenshot to compare with.");
      compareWith.push({ viewport, hash, png });
    }
    return { documentHash, checks, viewports, axe, wallMs, compareWith };
  }

  private async store(outcome: DriverOutcome): Promise<Record<string, string>> {
    const screenshots: Record<string, string> = {};
    for (const { viewport, png } of outcome.pictures) screenshots[viewport] = await this.options.objects.put(png);
    return screenshots;
  }

  private settle(
    entry: Entry,
    outcome: DriverOutcome | null,
    fault: string | null,
    screenshots: Record<string, string> = {},
  ): void {
    const signals = outcome?.signals ? { ...outcome.signals, screenshots } : null;
    entry.resolve({
      documentHash: entry.request.documentHash,
      verdict: outcome?.verdict ?? "sandbox-fault",
      reason: outcome ? outcome.reason : (fault ?? "The sandbox failed."),
      signals,
      browser: this.driver.browser,
      policyVersion: VERIFICATION_POLICY_VERSION,
      cpuMs: outcome?.cpuMs ?? null,
      wallMs: Math.round(performance.now() - entry.startedAt),
    });
  }
}

/**
 * Starts a verifier with its browser.
 *
 * @throws {Error} one sentence that says what to install, when no browser can be started.
 */
export async function createVerifier(options: VerifierOptions): Promise<Verifier> {
  const settings: DriverSettings = {
    documentPort: options.documentPort,
    appOrigin: new URL(options.appOrigin).origin,
    ...(options.browserPath === undefined ? {} : { browserPath: options.browserPath }),
  };
  const queue = new VerificationQueue(options, settings, await DriverProcess.start(settings));
  return {
    verify: async (request) => queue.verify(request),
    health: () => queue.health(),
    close: () => queue.close(),
  };
}
