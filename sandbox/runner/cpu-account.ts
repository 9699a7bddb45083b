import { treeCpuMs } from "./process-tree.ts";

/**
 * Divides the CPU of the browser's process tree among the documents that run at the same time, equally
 * for every moment. The parts add up to the whole; which document caused what cannot be told exactly,
 * because browser, network and compositor processes are shared.
 */
export class CpuAccount {
  private readonly browserPid: number;
  private readonly running = new Map<number, number>();
  private last: number | null;

  constructor(browserPid: number) {
    this.browserPid = browserPid;
    this.last = this.read();
  }

  /** The driver's own CPU counts too: decoding pictures is part of a verification. */
  private read(): number | null {
    const browser = treeCpuMs(this.browserPid);
    const own = process.cpuUsage();
    return browser === null ? null : browser + (own.user + own.system) / 1_000;
  }

  private divide(): void {
    const now = this.read();
    if (now !== null && this.last !== null && this.running.size > 0) {
      const share = Math.max(0, now - this.last) / this.running.size;
      for (const [id, used] of this.running) this.running.set(id, used + share);
    }
    this.last = now;
  }

  begin(id: number): void {
    this.divide();
    this.running.set(id, 0);
  }

  /** CPU-ms of the document, or null on a system that does not tell. */
  finish(id: number): number | null {
    this.divide();
    const used = this.running.get(id) ?? 0;
    this.running.delete(id);
    return this.last === null ? null : Math.round(used);
  }
}
