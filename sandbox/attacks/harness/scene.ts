import type { BrowserContext, Page } from "@playwright/test";

import { memoryObjectStore } from "#sandbox/shim/testing/framed-document.ts";
import { documentUrl, startDocumentServer } from "#sandbox/server/document-server.ts";

import { startAppServer } from "./app-server.ts";
import type { AppServer } from "./app-server.ts";
import { benignHtml } from "./benign-document.ts";
import type { LabellerBrowser } from "./browsers.ts";
import type { Attack } from "./corpus.ts";
import { LAYOUT } from "./page-facts.ts";
import { watchPage, watchResults } from "./page-watch.ts";
import type { PageWatch } from "./page-watch.ts";
import { setTraps, storeUnchecked } from "./stage.ts";
import type { LookUps, Traps } from "./stage.ts";
import { atMost } from "./waiting.ts";

/** A labelling page with the attack in the first of its four panes, and everything the attack may not reach. */
export type Scene = {
  readonly attack: Attack;
  readonly browserName: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: PageWatch;
  readonly app: AppServer;
  readonly traps: Traps;
  /** Addresses of the attack and of the benign documents: three beside it, one for afterwards. */
  readonly urls: { attack: string; siblings: readonly string[]; after: string };
  readonly directUrl: string | null;
  readonly naive: boolean;
  close(): Promise<void>;
};

export type SceneOptions = {
  readonly corpusDir: string;
  readonly attack: Attack;
  readonly lookUps: LookUps;
  readonly naive: boolean;
};

const CLOSE_MS = 5_000;

/** Serves and mounts nothing yet: that is for the page to do when it is told. */
export async function openScene(labeller: LabellerBrowser, options: SceneOptions): Promise<Scene> {
  const { attack, naive } = options;
  const objects = memoryObjectStore();
  const naiveDocuments: string[] = [];
  // The document server wants the app's origin and the app wants the document server's: the app's port comes
  // first, and its policy is told the other one through this address.
  const sandbox = { origin: "" };
  const app = await startAppServer({
    sandboxOrigin: () => sandbox.origin,
    naiveDocuments: naive ? naiveDocuments : null,
  });
  const documents = await startDocumentServer({ port: 0, appOrigin: app.origin, objects });
  sandbox.origin = `http://{mount}.localhost:${documents.port}`;
  const traps = await setTraps({ ...options, appOrigin: app.origin, clicks: attack.click !== undefined });
  const htmls = [traps.html, ...["B", "C", "D", "E"].map((letter) => benignHtml(`Interface ${letter}`))];
  naiveDocuments.push(...htmls);
  const hashes = await Promise.all(htmls.map((html) => storeUnchecked(objects, html)));
  const urlOf = (index: number) =>
    naive ? `${app.origin}/naive/${index}` : `${sandbox.origin}/d/${hashes[index] ?? ""}`;
  const context = await labeller.browser.newContext({
    viewport: { width: LAYOUT.width, height: LAYOUT.height },
    ...(labeller.userAgent === undefined ? {} : { userAgent: labeller.userAgent }),
  });
  const page = await context.newPage();
  const attackPath = new URL(urlOf(0).replace("{mount}", "m")).pathname;
  const watch = watchPage(context, page, {
    appUrl: `${app.origin}/`,
    isOurs: (url) =>
      URL.canParse(url) && (naive ? url.startsWith(`${app.origin}/naive/`) : isDocument(url, documents.port)),
    isAttack: (url) => URL.canParse(url) && new URL(url).pathname === attackPath,
  });
  if (naive) watchResults(page, watch);
  return {
    attack,
    naive,
    browserName: labeller.browser.browserType().name(),
    page,
    context,
    watch,
    app,
    traps,
    urls: { attack: urlOf(0), siblings: [urlOf(1), urlOf(2), urlOf(3)], after: urlOf(4) },
    directUrl: attack.directVisit ? (naive ? urlOf(0) : documentUrl("direct", documents.port, hashes[0] ?? "")) : null,
    close: async () => {
      await atMost(CLOSE_MS, context.close());
      await Promise.all([app.close(), documents.close(), traps.close()]);
    },
  };
}

function isDocument(url: string, port: number): boolean {
  const { hostname, port: given, pathname } = new URL(url);
  return hostname.endsWith(".localhost") && given === String(port) && pathname.startsWith("/d/");
}
