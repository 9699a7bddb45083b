import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { childEnvironment } from "#sandbox/env.ts";

import { ISOLATED_ARGUMENT, fromHarnessSchema } from "./harness-messages.ts";

/** A process that runs attacks. It may die of one; `close` ends it and every browser in it. */
export type HarnessProcess = { readonly child: ChildProcess; readonly isolated: boolean; close(): void };

const READY_MS = 30_000;

/**
 * Prepares a namespace and becomes the given command. A loopback with nothing behind it is not
 * enough: WebRTC leaves loopback interfaces out, so there is one more that leads nowhere. Kernels
 * differ in which kinds they have. The name server of the harness is the only one there is.
 */
const PREPARE = `set -e
ip link set lo up
ip link add dojo0 type dummy 2>/dev/null || { ip link add dojo0 type veth peer name dojo1 && ip link set dojo1 up; }
ip addr add 10.77.0.1/24 dev dojo0
ip link set dojo0 up
ip route add default dev dojo0
mount --bind "$1" /etc/resolv.conf
shift
exec "$@"`;

/** Namespaces for network, mounts and processes: the last one so that no browser outlives its harness. */
function unshareArguments(): string[] {
  const namespaces = ["--net", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child=SIGKILL"];
  return process.getuid?.() === 0 ? namespaces : ["--map-current-user", "--keep-caps", ...namespaces];
}

function nodeArguments(isolated: boolean): string[] {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const main = fileURLToPath(new URL("./harness-main.ts", import.meta.url));
  return ["--import", tsx, main, ...(isolated ? [ISOLATED_ARGUMENT] : [])];
}

function start(command: string, args: readonly string[], isolated: boolean, stderr: "inherit" | "ignore") {
  const child = spawn(command, args, {
    stdio: ["ignore", "ignore", stderr, "ipc"],
    env: childEnvironment(),
  });
  return new Promise<HarnessProcess | null>((resolve) => {
    const close = () => {
      child.kill("SIGKILL");
    };
    const settle = (harness: HarnessProcess | null) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => undefined);
      if (!harness) close();
      resolve(harness);
    };
    const timer = setTimeout(() => settle(null), READY_MS);
    child.once("error", () => settle(null));
    child.once("exit", () => settle(null));
    child.once("message", (raw) => {
      const message = fromHarnessSchema.safeParse(raw);
      settle(message.success && message.data.t === "ready" ? { child, isolated, close } : null);
    });
  });
}

/**
 * Starts a process for attacks, in a network of its own where this machine allows that.
 *
 * @throws {Error} when not even an ordinary process starts.
 */
export async function startHarnessProcess(): Promise<HarnessProcess> {
  const dir = mkdtempSync(join(tmpdir(), "dojo-attacks-"));
  const resolvers = join(dir, "resolv.conf");
  writeFileSync(resolvers, "nameserver 127.0.0.1\n");
  try {
    if (process.platform === "linux") {
      const inside = ["sh", "-c", PREPARE, "sh", resolvers, process.execPath, ...nodeArguments(true)];
      const isolated = await start("unshare", [...unshareArguments(), ...inside], true, "inherit");
      if (isolated) return isolated;
    }
    const plain = await start(process.execPath, nodeArguments(false), false, "inherit");
    if (plain) return plain;
    throw new Error("The process that runs attacks does not start.");
  } finally {
    // The namespace keeps the file while it is mounted there.
    rmSync(dir, { recursive: true, force: true });
  }
}
