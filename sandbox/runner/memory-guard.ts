import { LIMITS } from "./limits.ts";
import { residentBytes } from "./process-tree.ts";
import type { BrowserProcesses } from "./process-tree.ts";

/**
 * Ends renderers that use too much memory. V8 limits its own heap, but typed arrays, canvases and
 * WebAssembly grow outside of it: 4 GB a second, until the machine has none left.
 */
export class MemoryGuard {
  private readonly processes: BrowserProcesses;
  private timer: NodeJS.Timeout | null = null;
  private lastKill = Number.NEGATIVE_INFINITY;

  constructor(processes: BrowserProcesses) {
    this.processes = processes;
  }

  watch(on: boolean): void {
    if (on && !this.timer) this.timer = setInterval(() => this.look(), LIMITS.memoryPollMs);
    if (!on && this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
  }

  /** Whether a renderer was ended for its memory since the given `performance.now()`. */
  killedSince(time: number): boolean {
    return this.lastKill >= time;
  }

  /** Memory of the whole browser. */
  totalBytes(): number {
    return this.processes.all().reduce((sum, pid) => sum + residentBytes(pid), 0);
  }

  private look(): void {
    for (const pid of this.processes.renderers()) {
      if (residentBytes(pid) <= LIMITS.rendererBytesMax) continue;
      this.lastKill = performance.now();
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
  }
}
