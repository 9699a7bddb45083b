import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium, firefox } from "@playwright/test";
import type { Browser } from "@playwright/test";

import { browserCandidates } from "#sandbox/runner/browser-path.ts";

import type { BrowserName } from "./corpus.ts";
import type { LookUps } from "./stage.ts";

/** A labeller's browser, and the names it was seen to look up where no name server of ours hears them. */
export type LabellerBrowser = {
  readonly browser: Browser;
  readonly lookUps: LookUps;
  /** What it would say of itself if it had a window; undefined to leave it as it is. */
  readonly userAgent: string | undefined;
  close(): Promise<void>;
};

const CHROMIUM_FLAGS = [
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-gpu",
  "--enable-unsafe-swiftshader",
  "--mute-audio",
  // A labeller's browser is not automated, and does not say so.
  "--disable-blink-features=AutomationControlled",
];

/** Playwright switches off what an attack uses: looking up and connecting ahead, and keeping pages alive. */
const UNDONE_DEFAULTS = ["--disable-background-networking", "--disable-back-forward-cache"];

/** Chromium writes every question to its resolver into its network log, answered or not. */
function lookUpsIn(logPath: string): LookUps {
  return (text) => {
    let log: string;
    try {
      log = readFileSync(logPath, "utf8");
    } catch {
      return [];
    }
    const names = [...log.matchAll(/"host":"([^"]*)"/g)].map(([, name = ""]) => name.toLowerCase());
    return [...new Set(names.filter((name) => name.includes(text.toLowerCase())))];
  };
}

async function chromiumPath(preferred: string | undefined): Promise<string> {
  const tried: string[] = [];
  for await (const path of browserCandidates(preferred)) {
    // The headless shell has no site isolation of its own and no such user: labellers have the full browser.
    if (!/headless[-_]shell/.test(path) || preferred !== undefined) return path;
    tried.push(path);
  }
  const [shell] = tried;
  if (shell !== undefined) return shell;
  throw new Error("No Chromium was found: install the package chromium, or name one in BROWSER_PATH.");
}

async function launchChromium(path: string | undefined, isolated: boolean): Promise<LabellerBrowser> {
  const dir = mkdtempSync(join(tmpdir(), "dojo-attacks-"));
  const logPath = join(dir, "network-log.json");
  const browser = await chromium.launch({
    executablePath: await chromiumPath(path),
    args: [
      ...CHROMIUM_FLAGS,
      "--site-per-process",
      // Outside a namespace of its own the browser must not call home, and then it does not look ahead either.
      ...(isolated ? [] : ["--disable-background-networking", `--log-net-log=${logPath}`]),
    ],
    ...(isolated ? { ignoreDefaultArgs: UNDONE_DEFAULTS } : {}),
  });
  return {
    browser,
    lookUps: lookUpsIn(logPath),
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version().split(".")[0] ?? "0"}.0.0.0 Safari/537.36`,
    close: async () => {
      await browser.close().catch(() => undefined);
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    },
  };
}

const FIREFOX = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

function firefoxPath(preferred: string | undefined): string {
  const path = preferred ?? FIREFOX.find((candidate) => existsSync(candidate));
  if (path !== undefined) return path;
  throw new Error("No Firefox was found: install the package firefox-esr.");
}

const FIREFOX_PREFS = {
  // The pointer is moved by the browser and not by the page's process: only so does it get into frames of others.
  "remote.events.async.mouse.enabled": true,
  // A mouse, which is fine (2) and hovers (4): without a window Firefox says that there is none, as on a phone.
  "ui.primaryPointerCapabilities": 6,
  "ui.allPointerCapabilities": 6,
};

/** Through WebDriver BiDi, which any Firefox speaks; Playwright's own protocol needs a patched one. */
async function launchFirefox(path: string | undefined): Promise<LabellerBrowser> {
  const browser = await firefox.launch({
    executablePath: firefoxPath(path),
    channel: "moz-firefox",
    headless: true,
    firefoxUserPrefs: FIREFOX_PREFS,
  });
  return { browser, lookUps: null, userAgent: undefined, close: () => browser.close().catch(() => undefined) };
}

/** @throws {Error} when there is no such browser on this machine. */
export function launchBrowser(options: {
  name: BrowserName;
  path?: string | undefined;
  /** Whether this process has a network namespace of its own. */
  isolated: boolean;
}): Promise<LabellerBrowser> {
  const { name, path, isolated } = options;
  return name === "chromium" ? launchChromium(path, isolated) : launchFirefox(path);
}
