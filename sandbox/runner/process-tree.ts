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

function childrenOf(pid: number): number[] {
  let tasks: string[];
  try {
    tasks = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  const lists = tasks.map((task) => read(`/proc/${pid}/task/${task}/children`) ?? "");
  return lists.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
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

function residentBytes(pid: number): number {
  const pages = Number(read(`/proc/${pid}/statm`)?.split(" ")[1] ?? 0);
  return pages * PAGE_BYTES;
}

export type ProcessMemory = { readonly pid: number; readonly bytes: number; readonly renderer: boolean };

/** Memory of each process of the tree. `known` remembers what each pid is, because command lines do not change. */
export function treeMemory(root: number, known: Map<number, boolean>): ProcessMemory[] {
  return processTree(root).map((pid) => {
    const renderer = known.get(pid) ?? (read(`/proc/${pid}/cmdline`) ?? "").includes("--type=renderer");
    // A zygote's child is a copy of the zygote until it has renamed itself.
    if (renderer) known.set(pid, true);
    return { pid, bytes: residentBytes(pid), renderer };
  });
}
