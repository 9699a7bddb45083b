import { LIMITS } from "./limits.ts";
import { treeMemory } from "./process-tree.ts";

/**
 * Ends renderers that use too much memory. V8 limits its own heap, but typed arrays, canvases and
 * WebAssembly grow outside of it: 4 GB a second, until the machine has none left.
 */
export class MemoryGuard {
  private readonly browserPid: number;
  private readonly renderers = new Map<number, boolean>();
  private timer: NodeJS.Timeout | null = null;
  private lastKill = Number.NEGATIVE_INFINITY;
  /** Of the whole browser, at the last look. */
  totalBytes = 0;

  constructor(browserPid: number) {
    this.browserPid = browserPid;
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

  private look(): void {
    const processes = treeMemory(this.browserPid, this.renderers);
    this.totalBytes = processes.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { pid, bytes, renderer } of processes) {
      if (!renderer || bytes <= LIMITS.rendererBytesMax) continue;
      this.lastKill = performance.now();
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
  }
}
