import { captureConsole, captureErrors } from "./errors.ts";
import { countInput, offerWayOut } from "./input-events.ts";
import { connectToParent } from "./parent-link.ts";
import {
  answerDialogs,
  keepHistoryInFrame,
  keepLinksInFrame,
  provideGamepads,
  provideStorage,
  removePeerConnections,
} from "./platform-gaps.ts";

/**
 * The shim: the first script of every document. It makes an opaque origin habitable, reports errors
 * before the document can hide them, and links the frame with the page that shows it.
 *
 * ## Protocol between the labelling page and a frame, version 1
 *
 * 1. The page adds its `message` listener, then the iframe.
 * 2. The shim posts, once, `{ k: "dojo:hello", v: 1 }` to its parent window, while the document is
 *    still being parsed. The page recognises the frame by `event.source === iframe.contentWindow`
 *    and by nothing else: `event.origin` of a sandboxed frame is `"null"` for everybody. It takes
 *    one hello per mount; a second one, or a second `load` event, means another document is there.
 * 3. The page answers with `iframe.contentWindow.postMessage({ k: "dojo:port", v: 1, nonce }, "*", [port])`:
 *    `port` is one end of a new MessageChannel, `nonce` a random string of at most 64 characters,
 *    new for this mount. `"*"` is unavoidable for an opaque origin, and safe because the page's
 *    `frame-src` pins the destination. The shim hides this message from the document.
 * 4. The shim sends `{ k: "ready", nonce }` through the port. From here on everything goes through
 *    the port; `frameMessageSchema` of the contract is all that a frame may say. The page drops what
 *    does not match, and a frame that sends more than 500 messages in a second.
 * 5. The page sends `{ k: "ping", n }`, n an integer in 0…1e9, every 250 ms while its tab is visible.
 *    The shim answers `{ k: "pong", n }` in the same task. Three seconds without a pong mean that
 *    the document does not respond.
 * 6. With a pong, at most once a second and only after a change, comes
 *    `{ k: "ev", pointer, key, scroll, errors }`: totals since the document began, of trusted events
 *    (`pointerdown`, `keydown`, `wheel` and `touchmove`) and of errors. Without pings none arrive.
 * 7. `{ k: "log", level, text }` is an error (`error`) or a dialog that was answered in the labeller's
 *    place (`warn`), at most 20 per document; those from before step 4 arrive right after `ready`.
 * 8. `{ k: "leave" }` says that Esc or F6 was pressed in the frame: the page takes the focus back.
 *
 * All of it is a claim. The document shares the realm with the shim, so the page measures dwell,
 * focus, visibility and order itself.
 *
 * ## Protocol with the verification runner
 *
 * The runner adds a binding `__dojoReport` to the frame's contexts before any script runs
 * (`Runtime.addBinding`). The shim takes it, deletes it from the global object and calls it with
 * `{"t":"error","text":"…"}` for each of the first 50 errors: exceptions, unhandled rejections and
 * console errors, at most 500 characters each.
 */
captureErrors();
connectToParent();
countInput();
offerWayOut();
captureConsole();
provideStorage();
answerDialogs();
provideGamepads();
keepHistoryInFrame();
keepLinksInFrame();
removePeerConnections();
