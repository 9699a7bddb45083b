import { randomBytes } from "node:crypto";

import { IFRAME_ATTRIBUTES } from "#sandbox/policy/headers.ts";
import { documentUrl } from "#sandbox/server/document-server.ts";
import { z } from "zod";

import type { Browser } from "./browser-process.ts";
import type { CdpSession } from "./cdp.ts";
import { DocumentFrame } from "./document-frame.ts";
import type { Patience } from "./patience.ts";
import { LIMITS, VIEWPORT_HEIGHT } from "./limits.ts";
import type { Viewport } from "#sandbox/contract.ts";

/**
 * The page in which documents are embedded as labellers see them: at the application's origin, with the
 * same frame attributes and the same `frame-src`, filling the window.
 *
 * No server stands behind that origin here: the driver answers the request itself (`Fetch` domain).
 * So `frame-ancestors` of the documents needs no exception for the verifier, and a document that looks at
 * `location.ancestorOrigins` sees what it sees at a labeller's.
 */
const HOST_HTML = `<!doctype html><html lang="en"><title>Label</title>
<style>html,body{margin:0}#panel{position:fixed;inset:0}
iframe{border:0;display:block;transform-origin:0 0;width:var(--width);height:var(--height);transform:scale(var(--scale))}</style>
<div id="panel"></div>`;

/** Through which the page says that its document floods it. A document cannot call it: it is on another origin. */
const FLOOD_BINDING = "dojoFlooded";

/** Removes a document that floods the page, as the labelling page does: left in it, it holds up everything else. */
const COUNT_MESSAGES = `(() => {
  let begin = 0, count = 0;
  addEventListener("message", () => {
    const now = performance.now();
    if (now - begin > 1000) { begin = now; count = 0; }
    if (++count !== ${LIMITS.messagesPerSecondMax + 1}) return;
    ${FLOOD_BINDING}("");
    document.getElementById("panel").replaceChildren();
  });
})()`;

export type HostSettings = {
  readonly browser: Browser;
  readonly appOrigin: string;
  readonly documentPort: number;
  readonly probe: string;
  readonly patience: Patience;
};

const attachedSchema = z.object({
  sessionId: z.string(),
  targetInfo: z.object({ targetId: z.string(), type: z.string() }),
});
const detachedSchema = z.object({ sessionId: z.string() });
const pausedSchema = z.object({ requestId: z.string() });
const dataSchema = z.object({ data: z.string() });

const ATTACH_MS = 8_000;
const OPEN_MS = 10_000;
/** Closing works on pages that hang, too; a browser that does not answer in time is replaced by others. */
const CLOSE_MS = 2_000;

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function hostHeaders(documentPort: number): Array<{ name: string; value: string }> {
  return [
    { name: "Content-Type", value: "text/html; charset=utf-8" },
    {
      name: "Content-Security-Policy",
      value: `default-src 'none'; style-src 'unsafe-inline'; frame-src http://*.localhost:${documentPort}`,
    },
    { name: "Cross-Origin-Opener-Policy", value: "same-origin" },
    { name: "Referrer-Policy", value: "no-referrer" },
  ];
}

/** Brands as Chromium sends them for a browser of the same version that is not headless. */
function userAgentOverride(browser: Browser): Record<string, unknown> {
  const [, fullVersion = "0.0.0.0"] = browser.product.split("/");
  const [major = "0"] = fullVersion.split(".");
  const brands = (version: string) => [
    { brand: "Chromium", version },
    { brand: "Not;A=Brand", version: "8" },
  ];
  return {
    userAgent: browser.userAgent,
    acceptLanguage: "en-US,en",
    userAgentMetadata: {
      brands: brands(major),
      fullVersionList: brands(fullVersion),
      platform: "Linux",
      platformVersion: "6.1.0",
      architecture: "x86",
      bitness: "64",
      model: "",
      mobile: false,
    },
  };
}

export class HostPage {
  readonly page: CdpSession;
  private readonly settings: HostSettings;
  private readonly targetId: string;
  private readonly contextId: string;
  private onFrame: ((frame: { sessionId: string; targetId: string }) => void) | null = null;
  private frame: DocumentFrame | null = null;
  private layout = "";
  mounts = 0;

  get patience(): Patience {
    return this.settings.patience;
  }

  private constructor(settings: HostSettings, page: CdpSession, targetId: string, contextId: string) {
    this.settings = settings;
    this.page = page;
    this.targetId = targetId;
    this.contextId = contextId;
  }

  /** A page in a context of its own (cache in memory, no profile) and a window of its own (it keeps drawing). */
  static async open(settings: HostSettings): Promise<HostPage> {
    const { cdp } = settings.browser;
    const created = await cdp.browser.send("Target.createBrowserContext", { disposeOnDetach: true });
    const contextId = String(created.browserContextId);
    const target = await cdp.browser.send("Target.createTarget", {
      url: "about:blank",
      browserContextId: contextId,
      newWindow: true,
      width: 1440,
      height: 900,
    });
    const targetId = String(target.targetId);
    const attached = await cdp.browser.send("Target.attachToTarget", { targetId, flatten: true });
    const host = new HostPage(settings, cdp.session(String(attached.sessionId)), targetId, contextId);
    await host.load();
    return host;
  }

  private async load(): Promise<void> {
    const { page, settings } = this;
    page.on("Fetch.requestPaused", (params) => {
      page.post("Fetch.fulfillRequest", {
        requestId: pausedSchema.parse(params).requestId,
        responseCode: 200,
        responseHeaders: hostHeaders(settings.documentPort),
        body: base64(HOST_HTML),
      });
    });
    page.on("Target.attachedToTarget", (params) => this.attached(params));
    page.on("Target.detachedFromTarget", (params) => {
      const { sessionId } = detachedSchema.parse(params);
      this.frame?.detached(sessionId);
      settings.browser.cdp.dropSession(sessionId);
    });
    const shown = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the host page did not load")), OPEN_MS);
      page.on("Page.loadEventFired", () => {
        clearTimeout(timer);
        resolve();
      });
    });
    // Awaited: a page that loads before its process has heard of this never reports that it has loaded.
    await page.send("Page.enable");
    page.post("Emulation.setUserAgentOverride", userAgentOverride(settings.browser));
    page.post("Fetch.enable", { patterns: [{ urlPattern: `${settings.appOrigin}/*` }] });
    await page.send("Page.navigate", { url: `${settings.appOrigin}/` });
    await shown;
    await page.send("Fetch.disable");
    page.on("Runtime.bindingCalled", () => this.flooded());
    page.post("Runtime.enable");
    page.post("Runtime.addBinding", { name: FLOOD_BINDING });
    page.post("Runtime.evaluate", { expression: COUNT_MESSAGES });
    await this.resize(1280);
    await page.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  private flooded(): void {
    this.frame?.finish({ verdict: "over-limit", reason: "It floods the page around it with messages." });
  }

  private attached(params: Record<string, unknown>): void {
    const { sessionId, targetInfo } = attachedSchema.parse(params);
    if (targetInfo.type === "iframe" && this.onFrame) {
      this.onFrame({ sessionId, targetId: targetInfo.targetId });
      this.onFrame = null;
      return;
    }
    // Nothing else is expected; left paused it would only wait for ever.
    this.settings.browser.cdp.session(sessionId).post("Runtime.runIfWaitingForDebugger");
  }

  /**
   * Lays the document out at a width.
   *
   * @param scale how large it is drawn. The document does not notice (layout, pixel ratio and event
   *   coordinates stay), but a quarter of the size saves a sixth of the CPU of everything that is not photographed.
   */
  async resize(width: Viewport, scale = 1): Promise<void> {
    const layout = `${width} ${scale}`;
    if (this.layout === layout) return;
    this.layout = layout;
    const height = VIEWPORT_HEIGHT[width];
    this.page.post("Runtime.evaluate", {
      expression: `document.documentElement.style.cssText = "--width:${width}px;--height:${height}px;--scale:${scale}"`,
    });
    await this.page.send("Emulation.setDeviceMetricsOverride", {
      width: width * scale,
      height: height * scale,
      deviceScaleFactor: 1,
      mobile: false,
    });
  }

  /** Embeds a document. It is attached before its first script runs and has not necessarily loaded. */
  async mount(documentHash: string): Promise<DocumentFrame> {
    this.mounts += 1;
    const url = documentUrl(randomBytes(12).toString("hex"), this.settings.documentPort, documentHash);
    const attached = new Promise<{ sessionId: string; targetId: string }>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the document was not embedded")), ATTACH_MS);
      this.onFrame = (frame) => {
        clearTimeout(timer);
        resolve(frame);
      };
    });
    this.page.post("Runtime.evaluate", {
      expression: `(() => {
        const frame = document.createElement("iframe");
        const attributes = ${JSON.stringify(IFRAME_ATTRIBUTES)};
        for (const name in attributes) frame.setAttribute(name, attributes[name]);
        frame.src = ${JSON.stringify(url)};
        document.getElementById("panel").replaceChildren(frame);
      })()`,
    });
    const { sessionId, targetId } = await attached;
    const { probe, patience } = this.settings;
    const session = this.settings.browser.cdp.session(sessionId);
    session.post("Emulation.setUserAgentOverride", userAgentOverride(this.settings.browser));
    this.frame = new DocumentFrame({ session, frameId: targetId, probe, url, patience });
    return this.frame;
  }

  /** Loads the document anew in the same frame: its process stays warm, which halves the cost of a load. */
  reload(frame: DocumentFrame): Promise<void> {
    const loading = frame.expectLoad();
    this.page.post("Runtime.evaluate", {
      expression: `(() => { const frame = document.querySelector("iframe"); frame.src = frame.src; })()`,
    });
    return loading;
  }

  /** Gives the keyboard to the frame, as a click into it would. */
  focusFrame(): void {
    this.page.post("Runtime.evaluate", { expression: `document.querySelector("iframe")?.focus()` });
  }

  /** Takes the keyboard back, so that no caret blinks in a picture. */
  focusHost(): void {
    this.page.post("Runtime.evaluate", { expression: "document.activeElement?.blur(); window.focus()" });
  }

  async screenshot(timeoutMs: number, clip?: { x: number; y: number; width: number; height: number }): Promise<Buffer> {
    const result = await this.page.send(
      "Page.captureScreenshot",
      { format: "png", optimizeForSpeed: clip !== undefined, ...(clip ? { clip: { ...clip, scale: 1 } } : {}) },
      timeoutMs,
    );
    return Buffer.from(dataSchema.parse(result).data, "base64");
  }

  /** Removes the document; its process ends. */
  unmount(): void {
    this.frame = null;
    this.page.post("Runtime.evaluate", { expression: `document.getElementById("panel").replaceChildren()` });
  }

  async close(): Promise<void> {
    const { cdp } = this.settings.browser;
    const { targetId, contextId } = this;
    await cdp.browser.send("Target.closeTarget", { targetId }, CLOSE_MS).catch(() => {});
    cdp.browser.post("Target.disposeBrowserContext", { browserContextId: contextId });
  }
}
