import { schedulerTimes } from "./process-tree.ts";
import type { BrowserProcesses } from "./process-tree.ts";

/**
 * How much slower everything goes because others use the machine, so that limits meant for the document do
 * not hit one that merely waits for a core: at a load of 15 per core, honest documents exceeded a wall time
 * of 20 s. Linux tells for each process how long it ran and how long it was ready but had to wait.
 */
const SAMPLE_MS = 400;
/** A limit is stretched at most this much: a hostile document must not gain more by starving itself. */
const FACTOR_MAX = 5;

type Times = { readonly ran: number; readonly waited: number };

export class Patience {
  private readonly processes: BrowserProcesses;
  private last = new Map<number, Times>();
  private timer: NodeJS.Timeout | null = null;
  private lastAt = performance.now();
  private fairMs = 0;
  /** 1 on a machine that has nothing else to do, or that does not tell. */
  factor = 1;

  constructor(processes: BrowserProcesses) {
    this.processes = processes;
  }

  watch(on: boolean): void {
    if (on && !this.timer) {
      this.sample();
      this.factor = 1;
      this.timer = setInterval(() => this.sample(), SAMPLE_MS);
    }
    if (!on && this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
  }

  /** A duration meant for a machine of one's own, stretched to this one. */
  stretched(ms: number): number {
    return Math.round(ms * this.factor);
  }

  /** A clock that runs slower the less of the machine is ours. */
  fairNow(): number {
    return this.fairMs + (performance.now() - this.lastAt) / this.factor;
  }

  private sample(): void {
    const now = performance.now();
    this.fairMs += (now - this.lastAt) / this.factor;
    this.lastAt = now;
    const times = new Map<number, Times>();
    let ran = 0;
    let waited = 0;
    for (const pid of this.processes.all()) {
      const current = schedulerTimes(pid);
      if (!current) continue;
      times.set(pid, current);
      const before = this.last.get(pid);
      if (!before) continue;
      ran += current.ran - before.ran;
      waited += current.waited - before.waited;
    }
    this.last = times;
    // A millisecond of work says nothing about the machine.
    const measured = ran > 1e6 ? Math.min(FACTOR_MAX, 1 + waited / ran) : 1;
    this.factor = (this.factor + measured) / 2;
  }
}
