import type { BrowserContext, Frame, Page } from "@playwright/test";

import { CLICK_MARK, RESULT_MARK } from "./page-facts.ts";

/** What only the browser can tell about a page: where it went, what it opened, what it asked. */
export type PageWatch = {
  readonly topNavigations: string[];
  /** Addresses that a pane committed and that are no document of ours. */
  readonly frameNavigations: string[];
  readonly siblingNavigations: string[];
  readonly popups: string[];
  readonly dialogs: string[];
  readonly downloads: string[];
  /** What documents said to the harness, in the positive control; there no shim carries it. */
  readonly results: string[];
};

// A page's "crash" event says nothing: Playwright announces it when the process of one frame ends. Whether the
// page lives is known from its own requests.

/** A navigation that was refused shows an error page of the browser: nothing left. */
function isElsewhere(url: string, ours: (url: string) => boolean): boolean {
  return (
    url !== "" && !/^(about:blank|about:srcdoc|about:neterror|about:certerror|chrome-error:)/.test(url) && !ours(url)
  );
}

/**
 * @param isOurs whether an address is a document of the stage.
 * @param isAttack whether an address is the document under test: any other pane is a sibling.
 */
export function watchPage(
  context: BrowserContext,
  page: Page,
  options: { appUrl: string; isOurs: (url: string) => boolean; isAttack: (url: string) => boolean },
): PageWatch {
  const watch: PageWatch = {
    topNavigations: [],
    frameNavigations: [],
    siblingNavigations: [],
    popups: [],
    dialogs: [],
    downloads: [],
    results: [],
  };
  const siblings = new WeakSet<Frame>();
  const note = (list: string[], text: string) => {
    if (list.length < 20) list.push(text.slice(0, 120));
  };
  page.on("framenavigated", (frame) => {
    const url = frame.url();
    if (frame === page.mainFrame()) {
      if (url !== options.appUrl && url !== "about:blank") note(watch.topNavigations, url);
      return;
    }
    if (frame.parentFrame() !== page.mainFrame()) return;
    if (options.isOurs(url) && !options.isAttack(url)) siblings.add(frame);
    else if (isElsewhere(url, options.isOurs)) {
      note(siblings.has(frame) ? watch.siblingNavigations : watch.frameNavigations, url);
    }
  });
  context.on("page", (popup) => {
    if (popup !== page) note(watch.popups, popup.url());
  });
  page.on("dialog", (dialog) => {
    note(watch.dialogs, dialog.type());
    dialog.dismiss().catch(() => undefined);
  });
  page.on("download", (download) => {
    note(watch.downloads, download.suggestedFilename());
    download.cancel().catch(() => undefined);
  });
  return watch;
}

/** Only for the positive control: Playwright keeps every console message of a page that somebody listens to. */
export function watchResults(page: Page, watch: PageWatch): void {
  page.on("console", (message) => {
    const text = message.text();
    const isOurs = text.startsWith(RESULT_MARK) || text.startsWith(CLICK_MARK);
    if (isOurs && watch.results.length < 20) watch.results.push(text);
  });
}
