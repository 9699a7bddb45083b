import { CANARY, type PageFacts } from "../page-facts.ts";

/** What happens to the page, seen from inside it, without any part in it. */
export type PageObserver = {
  facts(): Omit<PageFacts, "panes" | "leaves">;
};

const HEARTBEAT_MS = 50;
const TAMPERED_MAX = 10;

function isInsidePane(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("[data-pane]") !== null && element !== null;
}

/** Call when the page is complete: whatever changes afterwards outside the panes was changed by a document. */
export function observePage(): PageObserver {
  const tampered: string[] = [];
  const tamper = (what: string) => {
    if (tampered.length < TAMPERED_MAX && !tampered.includes(what)) tampered.push(what);
  };
  let maxGapMs = 0;
  let scrolled = 0;
  let beat = performance.now();
  setInterval(() => {
    const now = performance.now();
    maxGapMs = Math.max(maxGapMs, now - beat);
    beat = now;
  }, HEARTBEAT_MS);

  const noteScroll = (element: Element | null) => {
    if (element) scrolled = Math.max(scrolled, Math.abs(element.scrollTop), Math.abs(element.scrollLeft));
  };
  // Scroll events do not bubble, but they are captured; text fields scroll while somebody types.
  document.addEventListener(
    "scroll",
    ({ target }) => noteScroll(target instanceof Element ? target : document.scrollingElement),
    true,
  );

  new MutationObserver((records) => {
    for (const { target, type, attributeName } of records)
      if (!isInsidePane(target)) tamper(`${type} ${attributeName ?? ""} in ${target.nodeName}`);
  }).observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
  let fullscreen = false;
  let pointerLock = false;
  document.addEventListener("fullscreenchange", () => {
    fullscreen ||= document.fullscreenElement !== null;
  });
  document.addEventListener("pointerlockchange", () => {
    pointerLock ||= document.pointerLockElement !== null;
  });
  const globals = new Set(Object.getOwnPropertyNames(window));
  const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

  const field = document.querySelector("input");
  return {
    facts() {
      // Frames are properties of the window too, by their number.
      for (const name of Object.getOwnPropertyNames(window))
        if (!globals.has(name) && !/^\d+$/.test(name)) tamper(`global ${name}`);
      for (const name of Object.getOwnPropertyNames(Object.prototype))
        if (!inherited.has(name)) tamper(`prototype ${name}`);
      if (!field?.isConnected) tamper("the text field is gone");
      noteScroll(document.scrollingElement);
      return {
        note: field?.value ?? "",
        maxGapMs: Math.max(maxGapMs, performance.now() - beat),
        scrolled,
        historyLength: history.length,
        cookie: document.cookie,
        storage: localStorage.getItem("canary") ?? "gone",
        title: document.title,
        tampered,
        fullscreen,
        pointerLock,
      };
    },
  };
}

export function placeCanaries(): void {
  localStorage.setItem("canary", CANARY.storage);
}
