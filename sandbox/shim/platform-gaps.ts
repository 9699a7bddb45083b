import { memoryCookies, memoryStorage } from "./memory-storage.ts";
import { log } from "./parent-link.ts";
import { replaceState, toText } from "./primordials.ts";

/**
 * What an ordinary interface expects of a browser and an opaque origin without network does not give.
 * None of this is a boundary: the document may undo all of it and only breaks itself.
 */

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: true });
}

export function provideStorage(): void {
  define(window, "localStorage", memoryStorage());
  define(window, "sessionStorage", memoryStorage());
  const cookies = memoryCookies();
  Object.defineProperty(Document.prototype, "cookie", {
    get: () => cookies.read(),
    set(text: unknown) {
      cookies.write(toText(text));
    },
    configurable: true,
    enumerable: true,
  });
}

/** Browsers show no dialogs of a cross-origin frame and answer "cancelled", which many interfaces take as an end. */
export function answerDialogs(): void {
  define(window, "alert", (text: unknown) => log("warn", `alert: ${toText(text ?? "")}`));
  define(window, "confirm", (text: unknown) => {
    log("warn", `confirm: ${toText(text ?? "")}`);
    return true;
  });
  define(window, "prompt", (text: unknown, preset: unknown) => {
    log("warn", `prompt: ${toText(text ?? "")}`);
    return toText(preset ?? "");
  });
  define(window, "print", () => undefined);
}

/** Throws by permissions policy; games that support a gamepad would stop in their first frame. */
export function provideGamepads(): void {
  define(Navigator.prototype, "getGamepads", () => []);
}

/**
 * Client-side routing changes the address in place and adds nothing to the session history, which the
 * frame shares with the labelling page: fifty entries would push the page's own out. Going back is the
 * page's business.
 */
export function keepHistoryInFrame(): void {
  const inPlace = function change(this: History, state: unknown, unused: string, url?: string | URL | null) {
    try {
      replaceState(this, state, unused, url);
    } catch {
      // An address on another origin, or too many changes in a row: routers go on without it.
    }
  };
  define(History.prototype, "pushState", inPlace);
  define(History.prototype, "replaceState", inPlace);
  for (const name of ["back", "forward", "go"]) define(History.prototype, name, () => undefined);
}

/**
 * A link out of the document would end in a frame that the page has to remove. Listens last, so that
 * an interface that routes its own links has already done so.
 */
export function keepLinksInFrame(): void {
  window.addEventListener("click", (event) => {
    for (const node of event.composedPath()) {
      if (!(node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement || node instanceof SVGAElement))
        continue;
      const href = node.getAttribute("href") ?? node.getAttribute("xlink:href");
      if (href !== null && !/^\s*(#|javascript:)/i.test(href)) event.preventDefault();
      return;
    }
  });
}

/**
 * Outside Chromium nothing closes WebRTC. Removing it is no defence against somebody who makes a new
 * realm to get it back, and costs one line against everybody else.
 */
export function removePeerConnections(): void {
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) Reflect.deleteProperty(window, name);
}
