import { readFileSync, readdirSync } from "node:fs";

/**
 * The processes below one process, read from /proc. Where there is no /proc (macOS) every list is
 * empty and every sum null: then only V8's own heap limit and the time limits protect the machine.
 */

/** USER_HZ: fixed at 100 for every Linux architecture that Node runs on. */
const TICK_MS = 10;
const PAGE_BYTES = 4096;

function read(path: string): string | null {
  try {
    return readFileSync(path, "latin1");
  } catch {
    // The process ended between two looks.
    return null;
  }
}

function numbers(list: string | null): number[] {
  return (list ?? "").split(" ").filter(Boolean).map(Number);
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Children of the main thread: where zygotes fork renderers. */
function childrenOfMainThread(pid: number): number[] {
  return numbers(read(`/proc/${pid}/task/${pid}/children`));
}

function childrenOf(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) => numbers(read(`/proc/${pid}/task/${thread}/children`)));
}

export function processTree(root: number): number[] {
  const found = [root];
  // The list grows while it is walked: children of children are appended.
  for (const pid of found) found.push(...childrenOf(pid));
  return found;
}

/** CPU used by the tree since it began, ended and reaped processes included; null without /proc. */
export function treeCpuMs(root: number): number | null {
  let ticks = 0;
  let seen = false;
  for (const pid of processTree(root)) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === null) continue;
    seen = true;
    // After the command name, which may contain anything: utime, stime, cutime and cstime are fields 14 to 17.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    ticks += fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  }
  return seen ? ticks * TICK_MS : null;
}

/** Resident memory; 0 for a process that has ended. */
export function residentBytes(pid: number): number {
  return (numbers(read(`/proc/${pid}/statm`))[1] ?? 0) * PAGE_BYTES;
}

/** Nanoseconds for which the main thread ran, and for which it was ready but had to wait for a core. */
export function schedulerTimes(pid: number): { ran: number; waited: number } | null {
  const [ran, waited] = numbers(read(`/proc/${pid}/schedstat`));
  return ran === undefined || waited === undefined ? null : { ran, waited };
}

/** A whole walk reads one file per thread (4 CPU-ms for a browser), so it is done this often at most. */
const WALK_EVERY_MS = 1_000;

/** The processes of a browser, cheap enough to be asked many times a second. */
export class BrowserProcesses {
  readonly root: number;
  private walkedAt = Number.NEGATIVE_INFINITY;
  private pids: number[] = [];
  private zygotes: number[] = [];
  private readonly types = new Map<number, string>();

  constructor(root: number) {
    this.root = root;
  }

  private typeOf(pid: number): string {
    const known = this.types.get(pid);
    if (known !== undefined) return known;
    const type = /--type=([a-z-]+)/.exec(read(`/proc/${pid}/cmdline`) ?? "")?.[1] ?? "browser";
    // A zygote's child is a copy of the zygote until it has renamed itself.
    if (type !== "zygote") this.types.set(pid, type);
    return type;
  }

  /** All processes, as of the last second. */
  all(): readonly number[] {
    const now = performance.now();
    if (now - this.walkedAt > WALK_EVERY_MS) {
      this.walkedAt = now;
      this.pids = processTree(this.root);
      this.zygotes = this.pids.filter((pid) => this.typeOf(pid) === "zygote");
    }
    return this.pids;
  }

  /** The renderers of this moment. */
  renderers(): readonly number[] {
    this.all();
    return this.zygotes.flatMap(childrenOfMainThread).filter((pid) => this.typeOf(pid) === "renderer");
  }
}
