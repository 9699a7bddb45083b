import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";

import { chromium } from "@playwright/test";
import type { Browser, ElementHandle, Frame, Page } from "@playwright/test";

import { padDocument } from "#sandbox/documents/padding.ts";
import { uncheckedHtmlDocument } from "#sandbox/documents/html-document.ts";
import { hashOf } from "#sandbox/object-store.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";
import { IFRAME_ATTRIBUTES } from "#sandbox/policy/headers.ts";
import { documentUrl, startDocumentServer } from "#sandbox/server/document-server.ts";
import type { DocumentServer } from "#sandbox/server/document-server.ts";
import { listen, stop } from "#sandbox/server/listen.ts";

/** An object store that forgets. */
export function memoryObjectStore(): ObjectStore {
  const objects = new Map<string, Uint8Array>();
  return {
    async put(bytes) {
      const hash = hashOf(bytes);
      objects.set(hash, bytes);
      return hash;
    },
    get: async (hash) => objects.get(hash) ?? null,
    has: async (hash) => objects.has(hash),
  };
}

/** The parent side of the protocol, as plainly as possible: everything that arrives is kept. */
const HOST_PAGE = `<!doctype html><title>Host</title><input id="own"><div id="frames"></div><script>
  window.fromWindow = [];
  window.fromPort = [];
  window.ports = [];
  addEventListener("message", (event) => {
    const index = [...document.querySelectorAll("iframe")].findIndex((frame) => frame.contentWindow === event.source);
    fromWindow.push({ index, data: event.data, origin: event.origin });
    if (event.data?.k !== "dojo:hello" || ports[index]) return;
    const channel = new MessageChannel();
    ports[index] = channel.port1;
    channel.port1.onmessage = (message) => fromPort.push({ index, data: message.data });
    event.source.postMessage({ k: "dojo:port", v: 1, nonce: "nonce-" + index }, "*", [channel.port2]);
  });
  window.mount = (url, attributes) => {
    const frame = document.createElement("iframe");
    for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
    frame.style.cssText = "width:600px;height:400px";
    frame.loads = 0;
    frame.onload = () => { frame.loads += 1; };
    frame.src = url;
    document.getElementById("frames").append(frame);
  };
  window.ping = (index, n) => ports[index].postMessage({ k: "ping", n });
</script>`;

export type FramedDocument = { readonly page: Page; readonly frame: Frame; readonly iframe: ElementHandle };

export type Stage = {
  readonly objects: ObjectStore;
  readonly documents: DocumentServer;
  readonly browser: Browser;
  /** Shows stored documents side by side in a fresh host page, and waits until each has been greeted. */
  show(hashes: readonly string[], prepare?: (page: Page) => Promise<void>): Promise<FramedDocument[]>;
  /** The same for one document given as HTML, which gets the shim and no checks. */
  showHtml(html: string, prepare?: (page: Page) => Promise<void>): Promise<FramedDocument>;
  close(): Promise<void>;
};

async function launch(): Promise<Browser> {
  const debian = "/usr/bin/chromium";
  return chromium.launch({
    ...(existsSync(debian) ? { executablePath: debian } : {}),
    args: [
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--disable-gpu",
    ],
  });
}

/** A browser, a page of the application and the real document server: what a labeller has, without the application. */
export async function openStage(): Promise<Stage> {
  const objects = memoryObjectStore();
  const host: Server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Referrer-Policy": "no-referrer" });
    response.end(HOST_PAGE);
  });
  const appOrigin = `http://localhost:${await listen(host, 0, "127.0.0.1")}`;
  const documents = await startDocumentServer({ port: 0, appOrigin, objects });
  const browser = await launch();
  let mounts = 0;

  async function show(hashes: readonly string[], prepare?: (page: Page) => Promise<void>): Promise<FramedDocument[]> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(appOrigin);
    const shown: FramedDocument[] = [];
    for (const [index, hash] of hashes.entries()) {
      mounts += 1;
      const url = documentUrl(`t${mounts}`, documents.port, hash);
      await page.evaluate(`mount(${JSON.stringify(url)}, ${JSON.stringify(IFRAME_ATTRIBUTES)})`);
      await page.waitForFunction(`fromPort.some((one) => one.index === ${index} && one.data.k === "ready")`);
      const iframe = await page.locator("iframe").nth(index).elementHandle();
      const frame = await iframe?.contentFrame();
      if (!iframe || !frame) throw new Error("the frame has gone");
      await frame.waitForLoadState("load");
      shown.push({ page, frame, iframe });
    }
    return shown;
  }

  return {
    objects,
    documents,
    browser,
    show,
    async showHtml(html, prepare) {
      const hash = await objects.put(padDocument(uncheckedHtmlDocument(html), 0));
      const [shown] = await show([hash], prepare);
      if (!shown) throw new Error("nothing was shown");
      return shown;
    },
    async close() {
      await browser.close();
      await documents.close();
      await stop(host);
    },
  };
}
