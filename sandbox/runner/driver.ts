import type { Viewport } from "#sandbox/contract.ts";

import type { Browser } from "./browser-process.ts";
import { startBrowser } from "./browser-process.ts";
import { CpuAccount } from "./cpu-account.ts";
import type { DriverJob, DriverOutcome, DriverSettings } from "./driver-messages.ts";
import { HostPage } from "./host-page.ts";
import type { HostSettings } from "./host-page.ts";
import { LIMITS } from "./limits.ts";
import { MemoryGuard } from "./memory-guard.ts";
import { axeScript, probeScript } from "./page-programs.ts";
import { Patience } from "./patience.ts";
import { BrowserProcesses } from "./process-tree.ts";
import { fingerprintOfPng } from "./pictures/fingerprint.ts";
import type { Fingerprint } from "./pictures/fingerprint.ts";
import { verifyDocument } from "./verify-document.ts";
import type { Outcome } from "./verify-document.ts";

/** Fingerprints of base screenshots: every variant of a base is compared with the same three. 40 kB each. */
const FINGERPRINTS_KEPT = 256;

/** One browser and the documents in it. */
export class Driver {
  readonly browser: Browser;
  private readonly hostSettings: HostSettings;
  private readonly idle: HostPage[] = [];
  private readonly memory: MemoryGuard;
  private readonly patience: Patience;
  private readonly cpu: CpuAccount;
  private readonly fingerprints = new Map<string, Fingerprint>();
  private axe: string | null = null;
  private running = 0;

  private constructor(browser: Browser, settings: DriverSettings) {
    this.browser = browser;
    const { appOrigin, documentPort } = settings;
    const processes = new BrowserProcesses(browser.pid);
    this.patience = new Patience(processes);
    this.hostSettings = { browser, appOrigin, documentPort, probe: probeScript(), patience: this.patience };
    this.memory = new MemoryGuard(processes);
    this.cpu = new CpuAccount(browser.pid);
  }

  static async start(settings: DriverSettings): Promise<Driver> {
    const { documentPort, browserPath } = settings;
    const browser = await startBrowser({ documentPort, ...(browserPath === undefined ? {} : { browserPath }) });
    try {
      const driver = new Driver(browser, settings);
      // The first page shows that the browser can really open one, before any document depends on it.
      driver.idle.push(await HostPage.open(driver.hostSettings));
      return driver;
    } catch (error) {
      browser.kill();
      throw error;
    }
  }

  private fingerprint(hash: string, png: Uint8Array): Fingerprint {
    const known = this.fingerprints.get(hash);
    if (known) return known;
    const print = fingerprintOfPng(png);
    this.fingerprints.set(hash, print);
    for (const oldest of this.fingerprints.keys()) {
      if (this.fingerprints.size <= FINGERPRINTS_KEPT) break;
      this.fingerprints.delete(oldest);
    }
    return print;
  }

  /** @throws {Error} for a fault of the sandbox; whatever the document does is an outcome. */
  async verify(id: number, job: DriverJob): Promise<DriverOutcome> {
    const compareWith = new Map<Viewport, Fingerprint>(
      job.compareWith.map(({ viewport, hash, png }) => [viewport, this.fingerprint(hash, png)]),
    );
    const start = performance.now();
    this.running += 1;
    this.watch();
    this.cpu.begin(id);
    const host = this.idle.pop() ?? (await HostPage.open(this.hostSettings));
    let outcome: Outcome | null = null;
    try {
      outcome = await verifyDocument(host, { ...job, compareWith }, () => (this.axe ??= axeScript()));
    } finally {
      this.running -= 1;
      this.watch();
      await this.release(host, outcome);
    }
    const { reason, verdict } = this.attributed(outcome, start);
    const pictures = [...outcome.pictures].map(([viewport, png]) => ({ viewport, png }));
    return {
      verdict,
      reason,
      signals: outcome.signals,
      pictures,
      cpuMs: this.cpu.finish(id),
      bloated: this.isBloated(),
    };
  }

  private watch(): void {
    this.memory.watch(this.running > 0);
    this.patience.watch(this.running > 0);
  }

  /** A renderer that we ended for its memory looks like a crash. */
  private attributed(outcome: Outcome, start: number): Pick<Outcome, "verdict" | "reason"> {
    const ended = outcome.verdict !== "pass" && outcome.verdict !== "blank";
    if (!ended || !this.memory.killedSince(start)) return outcome;
    const megabytes = LIMITS.rendererBytesMax / 1024 / 1024;
    return { verdict: "over-limit", reason: `It used more than ${megabytes} MB of memory.` };
  }

  /** A page in which something went wrong is not used again: closing it also ends what hangs in it. */
  private async release(host: HostPage, outcome: Outcome | null): Promise<void> {
    const clean = outcome?.verdict === "pass" || outcome?.verdict === "blank";
    if (!clean || host.mounts >= LIMITS.documentsPerHostPage) return host.close();
    host.unmount();
    this.idle.push(host);
  }

  /** Whether the browser has grown so much that it should be replaced. */
  private isBloated(): boolean {
    return this.memory.totalBytes() > LIMITS.browserBytesMax;
  }

  kill(): void {
    this.memory.watch(false);
    this.patience.watch(false);
    this.browser.kill();
  }
}
