import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

import { childEnvironment } from "#sandbox/env.ts";

import { killBrowser } from "./browser-process.ts";
import { fromDriverSchema } from "./driver-messages.ts";
import type { DriverJob, DriverOutcome, DriverSettings, FromDriver, ToDriver } from "./driver-messages.ts";

/** The service's side of one driver process. Once anything is wrong with it, it is killed and never used again. */

/** A cold disk, an unpacked browser and two refused confinements in a row. */
const READY_MS = 60_000;
/** A driver that works ends within 100 ms; a supervisor waits two seconds. */
const FORCE_MS = 1_000;
/** JavaScript heap of a driver: pictures pass through it, floods do not get far. */
const HEAP_MB = 512;

/** The driver failed, not the document. */
export class DriverFault extends Error {}

type Ready = Extract<FromDriver, { t: "ready" }>;
type Waiting = { resolve(outcome: DriverOutcome): void; reject(fault: DriverFault): void; timer: NodeJS.Timeout };

export class DriverProcess {
  readonly browser: string;
  readonly weakness: string | null;
  /** Documents given to it so far. */
  documents = 0;
  /** Its browser has grown so much that it should be replaced. */
  bloated = false;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private gone: string | null = null;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  private readonly ready: Ready;

  private constructor(child: ChildProcess, ready: Ready) {
    this.child = child;
    this.ready = ready;
    this.browser = ready.browser;
    this.weakness = ready.weakness;
    child.removeAllListeners("exit");
    this.ended = new Promise((resolve) => child.once("exit", () => resolve()));
    child.on("message", (raw) => this.receive(raw));
    child.once("exit", () => this.discard("the driver process ended"));
    child.on("error", (error) => this.discard(error.message));
  }

  /** @throws {Error} one sentence that says why no browser could be started. */
  static async start(settings: DriverSettings): Promise<DriverProcess> {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
    const child = fork(fileURLToPath(new URL("./driver-main.ts", import.meta.url)), [], {
      execArgv: ["--import", tsx, `--max-old-space-size=${HEAP_MB}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: childEnvironment(),
    });
    const start: ToDriver = { t: "start", settings };
    child.send(start);
    const answer = await new Promise<FromDriver>((resolve) => {
      const fail = (reason: string) => resolve({ t: "failed", reason });
      const timer = setTimeout(() => fail("The browser did not start in time."), READY_MS);
      child.once("message", (raw) => {
        clearTimeout(timer);
        resolve(fromDriverSchema.parse(raw));
      });
      child.once("exit", (code) => {
        clearTimeout(timer);
        fail(`The verification driver ended with ${code ?? "a signal"} before it was ready.`);
      });
    });
    if (answer.t === "ready") return new DriverProcess(child, answer);
    child.kill("SIGTERM");
    throw new Error(answer.t === "failed" ? answer.reason : "The verification driver answered out of turn.");
  }

  get usable(): boolean {
    return this.gone === null;
  }

  get running(): number {
    return this.waiting.size;
  }

  /** @throws {DriverFault} when the sandbox failed; the driver is not usable afterwards. */
  verify(job: DriverJob, deadlineMs: number): Promise<DriverOutcome> {
    if (this.gone !== null) return Promise.reject(new DriverFault(this.gone));
    const id = this.nextId++;
    this.documents += 1;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.discard(`no verdict within ${deadlineMs} ms`), deadlineMs);
      this.waiting.set(id, { resolve, reject, timer });
      const message: ToDriver = { t: "verify", id, job };
      this.child.send(message, (error) => {
        if (error) this.discard(error.message);
      });
    });
  }

  private receive(raw: unknown): void {
    const parsed = fromDriverSchema.safeParse(raw);
    if (!parsed.success) return this.discard("the driver answered something else than agreed");
    const message = parsed.data;
    if (message.t === "fault") return this.discard(message.reason);
    if (message.t !== "done") return;
    const entry = this.waiting.get(message.id);
    if (!entry) return;
    this.waiting.delete(message.id);
    clearTimeout(entry.timer);
    this.bloated ||= message.outcome.bloated;
    entry.resolve(message.outcome);
  }

  /** Kills it with its browser; whoever waits is told why. */
  discard(reason: string): void {
    if (this.gone !== null) return;
    this.gone = reason;
    for (const entry of this.waiting.values()) {
      clearTimeout(entry.timer);
      entry.reject(new DriverFault(reason));
    }
    this.waiting.clear();
    // Its own handler kills the browser. A driver that hangs is killed a moment later, and its browser with it.
    if (this.child.connected) this.child.disconnect();
    const timer = setTimeout(() => {
      this.child.kill("SIGKILL");
      killBrowser(this.ready.browserPid, this.ready.profile);
    }, FORCE_MS);
    void this.ended.then(() => clearTimeout(timer));
  }
}
