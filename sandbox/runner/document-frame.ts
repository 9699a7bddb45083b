import type { Verdict } from "#sandbox/contract.ts";
import { z } from "zod";

import { CdpError } from "./cdp.ts";
import type { CdpParams, CdpSession } from "./cdp.ts";
import { ErrorLog } from "./error-log.ts";
import { LIMITS } from "./limits.ts";
import { PROBE_WORLD } from "./page-programs.ts";
import type { Patience } from "./patience.ts";
import type { Probe } from "./probe/probe.ts";

/** Why a document came to its end before it was judged. */
export type DocumentEnd = {
  readonly verdict: Exclude<Verdict, "pass" | "blank" | "sandbox-fault">;
  readonly reason: string;
};

export class DocumentEnded extends Error {
  readonly end: DocumentEnd;
  constructor(end: DocumentEnd) {
    super(end.reason);
    this.name = "DocumentEnded";
    this.end = end;
  }
}

/** The probe failed inside the document: its DOM is such that it cannot be examined. */
export class ProbeFailed extends Error {}

const contextSchema = z.object({
  context: z.object({
    id: z.number(),
    name: z.string(),
    auxData: z.object({ frameId: z.string().optional() }).optional(),
  }),
});
const navigatedSchema = z.object({
  frame: z.object({ id: z.string(), url: z.string(), unreachableUrl: z.string().optional() }),
});
const exceptionSchema = z.object({
  exceptionDetails: z.object({
    text: z.string(),
    exception: z.object({ description: z.string().optional(), value: z.unknown().optional() }).optional(),
  }),
});
const consoleSchema = z.object({
  type: z.string(),
  args: z.array(z.object({ value: z.unknown().optional(), description: z.string().optional() })),
});
const entrySchema = z.object({
  entry: z.object({ level: z.string(), text: z.string(), source: z.string().optional() }),
});
const bindingSchema = z.object({ name: z.string(), payload: z.string() });
const reportSchema = z.object({ t: z.literal("error"), text: z.string() });
const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });
const evaluationSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z
    .object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() })
    .optional(),
});

/** How the protocol refuses a command because the document it was for is no longer there. */
const CONTEXT_LOST = /navigated or closed|Cannot find context|context was destroyed|Promise was collected/i;

const LEFT: DocumentEnd = { verdict: "navigated", reason: "It tried to leave its own document." };

/** Name of the binding through which the shim reports errors that the page may hide from the protocol. */
const REPORT_BINDING = "__dojoReport";

function excerptOf(params: CdpParams): number {
  // Length without a second serialisation of everything: the only unbounded parts are strings.
  return JSON.stringify(params).length;
}

/** One embedded document: what it says, how it ends, and a way to ask the probe inside it. */
export class DocumentFrame {
  readonly session: CdpSession;
  readonly errors = new ErrorLog();
  readonly url: string;
  private readonly frameId: string;
  private contextId: number | null = null;
  private loadsExpected = 1;
  private loads = 0;
  private end: DocumentEnd | null = null;
  private fault: Error | null = null;
  private readonly ending: Promise<never>;
  private rejectEnding: (error: Error) => void = () => {};
  private onLoad: (() => void) | null = null;
  private framesSeen = 0;
  private readonly patience: Patience;

  constructor(options: { session: CdpSession; frameId: string; probe: string; url: string; patience: Patience }) {
    this.session = options.session;
    this.patience = options.patience;
    this.frameId = options.frameId;
    this.url = options.url;
    this.ending = new Promise((_resolve, reject) => {
      this.rejectEnding = reject;
    });
    // An end that nobody is waiting for at the moment is noticed by the next question.
    this.ending.catch(() => {});
    this.observe();
    const { session } = this;
    session.post("Page.enable");
    session.post("Runtime.enable");
    session.post("Log.enable");
    session.post("Inspector.enable");
    session.post("Performance.enable");
    session.post("Runtime.addBinding", { name: REPORT_BINDING });
    session.post("Page.addScriptToEvaluateOnNewDocument", { source: options.probe, worldName: PROBE_WORLD });
  }

  /** Lets the document run; resolves at its load event. */
  async start(): Promise<void> {
    const loading = this.nextLoad();
    this.session.post("Runtime.runIfWaitingForDebugger");
    await loading;
  }

  /** Announces a load that the runner itself causes; any other means that the document has left. */
  async expectLoad(): Promise<void> {
    this.loadsExpected += 1;
    this.framesSeen = 0;
    this.errors.restartCount();
    await this.nextLoad();
  }

  private nextLoad(): Promise<void> {
    const loaded = new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.finish({ verdict: "unresponsive", reason: `It did not finish loading within ${LIMITS.loadMs / 1000} s.` });
      }, this.patience.stretched(LIMITS.loadMs));
      this.onLoad = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    return Promise.race([loaded, this.ending]);
  }

  /** The first reason counts: what follows is a consequence. */
  finish(end: DocumentEnd): void {
    if (this.end || this.fault) return;
    this.end = end;
    this.onLoad?.();
    this.rejectEnding(new DocumentEnded(end));
  }

  /** @throws {DocumentEnded} when the document has come to an end. */
  check(): void {
    if (this.fault) throw this.fault;
    if (this.end) throw new DocumentEnded(this.end);
  }

  detached(sessionId: string): void {
    if (sessionId !== this.session.id) return;
    // A crash is announced first; without one, the frame now shows something else.
    this.finish(LEFT);
  }

  private observe(): void {
    const { session } = this;
    session.on("Inspector.targetCrashed", () => {
      this.finish({ verdict: "crashed", reason: "Its renderer process crashed." });
    });
    session.on("Page.frameNavigated", (params) => this.navigated(params));
    session.on("Page.loadEventFired", () => {
      this.onLoad?.();
      this.onLoad = null;
    });
    session.on("Runtime.executionContextCreated", (params) => {
      const { context } = contextSchema.parse(params);
      if (context.name !== PROBE_WORLD) return;
      if (context.auxData?.frameId === this.frameId) this.contextId = context.id;
      else if (++this.framesSeen > LIMITS.framesMax) this.overLimit(`It opened more than ${LIMITS.framesMax} frames.`);
    });
    session.on("Runtime.exceptionThrown", (params) => {
      const { exceptionDetails } = exceptionSchema.parse(params);
      const { description, value } = exceptionDetails.exception ?? {};
      this.hear(params, description ?? (value === undefined ? exceptionDetails.text : `Uncaught ${String(value)}`));
    });
    session.on("Runtime.consoleAPICalled", (params) => {
      const { type, args } = consoleSchema.parse(params);
      const isError = type === "error" || type === "assert";
      this.hear(params, isError ? args.map((arg) => String(arg.value ?? arg.description ?? "")).join(" ") : null);
    });
    session.on("Log.entryAdded", (params) => {
      const { entry } = entrySchema.parse(params);
      this.hear(params, entry.level === "error" ? entry.text : null);
    });
    session.on("Runtime.bindingCalled", (params) => this.report(params));
  }

  private navigated(params: CdpParams): void {
    const { frame } = navigatedSchema.parse(params);
    if (frame.id !== this.frameId) return;
    this.loads += 1;
    if (this.loads === 1 && frame.unreachableUrl !== undefined) {
      // Nothing of the document has run yet: it is ours that it is not there.
      this.fault = new Error("The document server did not show the document.");
      this.rejectEnding(this.fault);
      return;
    }
    if (this.loads > this.loadsExpected || frame.unreachableUrl !== undefined) {
      this.finish(LEFT);
    }
  }

  private report(params: CdpParams): void {
    const { name, payload } = bindingSchema.parse(params);
    if (name !== REPORT_BINDING) return;
    let text: string | null = null;
    try {
      const reported = reportSchema.parse(JSON.parse(payload)).text;
      // Console errors come from the protocol too, which a page cannot keep from hearing them.
      text = reported.startsWith("console.error: ") ? null : reported;
    } catch {
      // A document that calls the binding from a frame of its own may say what it likes; it is counted.
    }
    this.hear(params, text);
  }

  private hear(params: CdpParams, error: string | null): void {
    if (error !== null) this.errors.add(error);
    if (!this.errors.count(excerptOf(params))) this.overLimit("It floods the console.");
  }

  private overLimit(reason: string): void {
    this.finish({ verdict: "over-limit", reason });
  }

  /** Sends a command to the document's process and notices when that process does not answer or has ended. */
  async ask(method: string, params: CdpParams = {}, timeoutMs: number = LIMITS.unresponsiveMs): Promise<CdpParams> {
    this.check();
    try {
      return await Promise.race([this.session.send(method, params, this.patience.stretched(timeoutMs)), this.ending]);
    } catch (error) {
      if (!(error instanceof CdpError)) throw error;
      if (error.kind === "refused" && !CONTEXT_LOST.test(error.message)) throw error;
      if (error.kind === "timeout") {
        this.finish({ verdict: "unresponsive", reason: `It stopped answering for ${LIMITS.unresponsiveMs / 1000} s.` });
      } else if (error.kind === "refused") this.finish(LEFT);
      else this.finish({ verdict: "crashed", reason: "Its renderer process ended." });
      this.check();
      throw error;
    }
  }

  /** Calls one function of the probe with JSON values. `extraMs` is how long it may wait by design. */
  probe<K extends keyof Probe>(name: K, args: Parameters<Probe[K]>, extraMs = 0): Promise<unknown> {
    const values = args.map((arg) => JSON.stringify(arg)).join(",");
    return this.run(`dojoProbe.${name}(${values})`, LIMITS.unresponsiveMs + extraMs);
  }

  /**
   * Evaluates a script of ours in the probe's world.
   *
   * @throws {ProbeFailed} when the script throws: a page can bring that about, for instance by naming a form "body".
   */
  async run(expression: string, timeoutMs: number): Promise<unknown> {
    this.check();
    if (this.contextId === null) throw new ProbeFailed("the probe is not in the document");
    const params = { expression, contextId: this.contextId, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = evaluationSchema.parse(await this.ask("Runtime.evaluate", params, timeoutMs));
    if (!exceptionDetails) return result.value;
    const { description } = exceptionDetails.exception ?? {};
    throw new ProbeFailed((description ?? exceptionDetails.text).split("\n")[0]);
  }

  async metrics(): Promise<ReadonlyMap<string, number>> {
    const { metrics } = metricsSchema.parse(await this.ask("Performance.getMetrics"));
    return new Map(metrics.map((metric) => [metric.name, metric.value]));
  }
}
