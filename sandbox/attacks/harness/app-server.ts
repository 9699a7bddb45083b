import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

import { listen, stop } from "#sandbox/server/listen.ts";
import { createSecurityHeaders } from "#server/web/security-headers.ts";

import { CANARY, LAYOUT, pageFactsSchema } from "./page-facts.ts";
import type { PageFacts, PageOrders } from "./page-facts.ts";
import { parentPageScript } from "./parent-page/bundle-page.ts";

/** The application as an attack sees it: the labelling page, its headers and its cookie. */
export type AppServer = {
  readonly origin: string;
  /** What the page last said, and when; null before it has shown its panes. */
  latest(): { facts: PageFacts; atMs: number } | null;
  /** Tells the page what to show. It obeys within its next tick. */
  order(orders: PageOrders): void;
  /** Requests that the page itself does not make: what somebody did with the labeller's cookie. */
  readonly strayRequests: readonly string[];
  close(): Promise<void>;
};

const STYLE = `html,body{margin:0}
input{position:fixed;z-index:2;box-sizing:border-box;left:${LAYOUT.field.x}px;top:${LAYOUT.field.y}px;width:${LAYOUT.field.width}px;height:${LAYOUT.field.height}px}
.grid{display:grid;grid-template-columns:repeat(2,${LAYOUT.panes.width}px);grid-auto-rows:${LAYOUT.panes.height}px}
.guarded .grid{position:fixed;left:${LAYOUT.panes.x}px;top:${LAYOUT.panes.y}px}
.naive .grid{padding:${LAYOUT.panes.y}px 0 3000px}
.pane,.clip{position:relative;width:100%;height:100%;overflow:hidden}
div.host{box-sizing:border-box;padding:${LAYOUT.rim}px}
.host,iframe{display:block;width:100%;height:100%;border:0;background:#fff}`;

const BODY_BYTES_MAX = 256 * 1024;

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) {
    text += String(part);
    if (text.length > BODY_BYTES_MAX) break;
  }
  return text;
}

function page(nonce: string, naive: boolean): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${CANARY.title}</title><link rel="icon" href="data:,">
<style>${STYLE}</style></head><body><input aria-label="Note"><div id="root" data-naive="${naive ? 1 : 0}"></div>
<script nonce="${nonce}" src="/parent.js"></script></body></html>`;
}

function nonceOf(policy: unknown): string {
  return /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? "";
}

/**
 * @param sandboxOrigin the origin of documents with `{mount}` in it, as the web process is given it.
 * @param naiveDocuments documents served from this very origin, for the positive control; then the page has no policy.
 */
export async function startAppServer(options: {
  sandboxOrigin: () => string;
  naiveDocuments: readonly string[] | null;
}): Promise<AppServer> {
  const { naiveDocuments } = options;
  const script = await parentPageScript();
  const strayRequests: string[] = [];
  let latest: { facts: PageFacts; atMs: number } | null = null;
  let orders: PageOrders = { panes: [] };
  let origin = "";

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = createSecurityHeaders({ appOrigin: origin, sandboxOrigin: options.sandboxOrigin(), dev: false });
    const send = (type: string, body: string) => {
      response.writeHead(200, { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" });
      response.end(body);
    };
    if (!naiveDocuments) headers.onEveryAnswer(response);
    const { url = "" } = request;
    if (url === "/") {
      if (!naiveDocuments) headers.onPage(request, response);
      response.setHeader("Set-Cookie", `${CANARY.cookie}; Path=/; SameSite=Strict`);
      return send("text/html", page(nonceOf(request.headers["content-security-policy"]), naiveDocuments !== null));
    }
    if (url === "/parent.js") return send("text/javascript", script);
    if (url === "/facts" && request.method === "POST") {
      const parsed = pageFactsSchema.safeParse(JSON.parse(await readText(request)));
      if (parsed.success) latest = { facts: parsed.data, atMs: performance.now() };
      return send("application/json", JSON.stringify(orders));
    }
    const naive = naiveDocuments?.[Number(/^\/naive\/([0-9])$/.exec(url)?.[1] ?? -1)];
    if (naive !== undefined) return send("text/html", naive);
    if (strayRequests.length < 50) strayRequests.push(`${request.method ?? "?"} ${url.slice(0, 120)}`);
    send("application/json", "{}");
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const port = await listen(server, 0, "127.0.0.1");
  origin = `http://localhost:${port}`;
  return {
    origin,
    latest: () => latest,
    order: (next) => {
      orders = next;
    },
    strayRequests,
    close: () => stop(server),
  };
}
