import { spawn } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";

import { NO_BROWSER, browserCandidates } from "./browser-path.ts";
import { CdpConnection } from "./cdp.ts";
import { LIMITS } from "./limits.ts";

export type Browser = {
  readonly cdp: CdpConnection;
  readonly pid: number;
  /** Temporary directory of the browser, removed with it. */
  readonly profile: string;
  /** `HeadlessChrome/156.0.8078.79`. */
  readonly product: string;
  /** What a labeller's browser of this version says, without "Headless". */
  readonly userAgent: string;
  /** Null when Chromium's own sandbox is on and it runs without rights; otherwise what is missing and why. */
  readonly weakness: string | null;
  /** Ends the whole process group and removes the profile. */
  kill(): void;
};

type Confinement = { readonly uid: number | null; readonly gid: number | null; readonly sandbox: boolean };

const START_MS = 15_000;
const WINDOW = { width: 1440, height: 900 } as const;
const PROFILE_PREFIX = "dojo-browser-";
/** Below this, Chromium crashes for want of shared memory; containers often have 64 MB. */
const SHARED_MEMORY_BYTES_MIN = 512 * 1024 * 1024;

function sharedMemoryIsSmall(): boolean {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize < SHARED_MEMORY_BYTES_MIN;
  } catch {
    return process.platform === "linux";
  }
}

function flags(documentPort: number, profile: string, sandbox: boolean): string[] {
  return [
    "--headless",
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-quic",
    "--disable-breakpad",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--mute-audio",
    "--lang=en-US",
    // The headless shell isolates sites only when asked: without it all documents share the host page's process.
    "--site-per-process",
    "--disable-blink-features=AutomationControlled",
    // A mouse that can hover, as labellers have: style sheets ask for it, and a headless browser denies it.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
    `--window-size=${WINDOW.width},${WINDOW.height}`,
    // A window that is not in front still draws and runs at full speed.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    // Pictures that repeat.
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--force-prefers-reduced-motion",
    "--font-render-hinting=none",
    "--disable-lcd-text",
    `--js-flags=--max-old-space-size=${LIMITS.rendererHeapMb}`,
    // Nothing but the document server has an address. The policy of a document allows no request at
    // all; this holds should a browser bug break that policy.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>;*.localhost",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    // The host page is answered by the driver, so the browser takes it for a public page, and a public
    // page may not show a frame from this machine. Only this one port is declared public, too.
    `--ip-address-space-overrides=127.0.0.1:${documentPort}=public,[::1]:${documentPort}=public`,
    ...(sharedMemoryIsSmall() ? ["--disable-dev-shm-usage"] : []),
    ...(sandbox ? [] : ["--no-sandbox"]),
  ];
}

function nobody(): { uid: number; gid: number } | null {
  try {
    const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
    return line ? { uid: Number(line[1]), gid: Number(line[2]) } : null;
  } catch {
    return null;
  }
}

/** Ways to run the browser, strongest first. Chromium's sandbox needs a user other than root and user namespaces. */
function confinements(): Confinement[] {
  const own = { uid: null, gid: null };
  if (process.getuid?.() !== 0)
    return [
      { ...own, sandbox: true },
      { ...own, sandbox: false },
    ];
  const user = nobody();
  const asNobody = user
    ? [
        { ...user, sandbox: true },
        { ...user, sandbox: false },
      ]
    : [];
  return [...asNobody, { ...own, sandbox: false }];
}

function weaknessOf(confinement: Confinement, reason: string): string | null {
  if (confinement.sandbox) return null;
  const user = confinement.uid === null && process.getuid?.() === 0 ? " as root" : "";
  return `Chromium runs${user} without its own sandbox, because with it it did not start: ${reason}`;
}

function realUserAgent(userAgent: string, product: string): string {
  const major = /\/(\d+)/.exec(product)?.[1] ?? "0";
  return userAgent.replace("Headless", "").replace(/Chrome\/[\d.]+/, `Chrome/${major}.0.0.0`);
}

/** Ends a browser's whole process group and removes its profile. */
export function killBrowser(pid: number | undefined, profile: string): void {
  if (pid !== undefined) {
    try {
      // A group of its own: launched through a shell script, the browser is not our direct child.
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Profiles of drivers that were killed before they could tidy up. */
function removeStaleProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PROFILE_PREFIX) ? Number(name.split("-")[2]) : Number.NaN;
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's, or another process is at it.
    }
  }
}

/** The last lines a browser wrote, for the reason why it did not start. */
function lastWords(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(-2_000);
  });
  return () => {
    const lines = text.split("\n").filter((line) => /FATAL|sandbox|cannot|error while/i.test(line));
    return lines[0]?.replace(/^\[[^\]]*\]\s*/, "").slice(0, 200) ?? "it did not answer";
  };
}

async function start(path: string, documentPort: number, confinement: Confinement): Promise<Browser | string> {
  const profile = mkdtempSync(join(tmpdir(), `${PROFILE_PREFIX}${process.pid}-`));
  const { uid, gid } = confinement;
  if (uid !== null && gid !== null) chownSync(profile, uid, gid);
  const options: SpawnOptions = {
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    detached: true,
    cwd: profile,
    env: {
      HOME: profile,
      TMPDIR: profile,
      PATH: "/usr/local/bin:/usr/bin:/bin",
      LANG: "en_US.UTF-8",
      NODE_ENV: "production",
    },
    ...(uid !== null && gid !== null ? { uid, gid } : {}),
  };
  const child = spawn(path, [...flags(documentPort, profile, confinement.sandbox), "about:blank"], options);
  const words = lastWords(child);
  const failed = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code) => resolve(`it ended with ${code ?? "a signal"}: ${words()}`));
  });
  const [, , , input, output] = child.stdio;
  if (!(input instanceof Writable) || !(output instanceof Readable)) {
    killBrowser(child.pid, profile);
    return "it has no debugging pipe";
  }
  const cdp = new CdpConnection(input, output);
  const version = await Promise.race([
    cdp.browser.send("Browser.getVersion", {}, START_MS).catch(() => failed),
    failed,
  ]);
  if (typeof version === "string" || child.pid === undefined) {
    killBrowser(child.pid, profile);
    return typeof version === "string" ? version : "it has no process";
  }
  const product = String(version.product);
  return {
    cdp,
    pid: child.pid,
    profile,
    product,
    userAgent: realUserAgent(String(version.userAgent), product),
    weakness: null,
    kill: () => killBrowser(child.pid, profile),
  };
}

/**
 * Starts the best browser there is, as confined as this machine allows.
 *
 * @throws {Error} one sentence that says what to install.
 */
export async function startBrowser(options: { documentPort: number; browserPath?: string }): Promise<Browser> {
  removeStaleProfiles();
  const tried: string[] = [];
  for await (const path of browserCandidates(options.browserPath)) {
    let reason = "";
    for (const confinement of confinements()) {
      const browser = await start(path, options.documentPort, confinement);
      if (typeof browser !== "string") return { ...browser, weakness: weaknessOf(confinement, reason) };
      reason ||= browser;
    }
    tried.push(`${path}: ${reason}`);
  }
  throw new Error([NO_BROWSER, ...tried].join(" "));
}
