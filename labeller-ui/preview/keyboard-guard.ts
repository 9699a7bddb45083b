import { type FocusFacts, isWriting, judgeFocus } from "./focus-rules.ts";

/**
 * Who has the keyboard. What a page can do against a document that takes it is to notice, and to
 * take it back.
 */
export type KeyboardEvents = {
  /** A person went into the frame: pointer, touch or Tab. */
  invited: () => void;
  /** The document took the keyboard, and it has been given back. `fromWriter`: while somebody was writing. */
  taken: (fromWriter: boolean) => void;
};

/** From one frame to another the focus moves without any event here, so the page has to look. */
const LOOK_MS = 20;

type Guarded = { readonly container: HTMLElement; readonly events: KeyboardEvents };
const guarded = new Map<Element, Guarded>();

/** When a person last did something that the page could see. */
const last = { tabMs: -Infinity, keyMs: -Infinity, pointerMs: -Infinity };
/** Where a person put the keyboard: an element of the page, or a frame that was invited to have it. */
let holder: HTMLElement | null = null;
/** The frame that has the focus without having been judged yet. */
let arrived: { frame: HTMLIFrameElement; atMs: number } | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

/** Watches the keyboard for a frame. Returns the end of that. */
export function guardKeyboard(frame: HTMLIFrameElement, container: HTMLElement, events: KeyboardEvents): () => void {
  if (guarded.size === 0) start();
  guarded.set(frame, { container, events });
  return () => {
    guarded.delete(frame);
    if (holder === frame) holder = null;
    if (guarded.size === 0) stop();
  };
}

function factsOf(container: HTMLElement, arrivedMs: number): FocusFacts {
  const isHovered = container.matches(":hover");
  const canHover = matchMedia("(hover: hover)").matches;
  return { ...last, nowMs: performance.now(), arrivedMs, isHovered, canHover };
}

/** Without this, all keys would go to the thief until the next click. */
function giveBack(from: HTMLIFrameElement): void {
  if (holder?.isConnected && holder !== from) holder.focus({ preventScroll: true });
  else from.blur();
}

function look(): void {
  const { activeElement: frame } = document;
  const pane = frame === null ? undefined : guarded.get(frame);
  if (!(frame instanceof HTMLIFrameElement) || !pane || frame === holder) {
    arrived = null;
    return;
  }
  if (arrived?.frame !== frame) arrived = { frame, atMs: performance.now() };
  const facts = factsOf(pane.container, arrived.atMs);
  const verdict = judgeFocus(facts);
  if (verdict === "unclear") return;
  arrived = null;
  if (verdict === "invited") {
    holder = frame;
    pane.events.invited();
    return;
  }
  takeBack(frame, pane.events, isWriting(facts));
}

/** A person in another interface counts as writing: what is typed there, the page does not see. */
function takeBack(thief: HTMLIFrameElement, events: KeyboardEvents, isWriterHere: boolean): void {
  const before = holder;
  if (!(before instanceof HTMLIFrameElement) || !before.isConnected) {
    giveBack(thief);
    events.taken(isWriterHere);
    return;
  }
  // Chromium does not show a page any later theft from a frame that it has focused itself, so the
  // other interface gets the keyboard back only when the thief is gone.
  thief.blur();
  events.taken(true);
  if (!thief.isConnected) before.focus({ preventScroll: true });
}

/** Not within the event: focus that is taken back there does not reach the browser, and no later theft is seen. */
function onBlur(): void {
  setTimeout(look);
}
function onKey(event: KeyboardEvent): void {
  if (event.code === "Tab" || event.code === "F6") last.tabMs = performance.now();
  else last.keyMs = performance.now();
}
function onPointer(event: PointerEvent): void {
  last.pointerMs = performance.now();
  // A click beside everything that can have the keyboard still takes it from a frame.
  if (event.type === "pointerdown") holder = null;
}
function onFocus({ target }: FocusEvent): void {
  if (target instanceof HTMLElement && !(target instanceof HTMLIFrameElement)) holder = target;
}

function start(): void {
  timer = setInterval(look, LOOK_MS);
  window.addEventListener("blur", onBlur);
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("pointermove", onPointer);
  window.addEventListener("pointerover", onPointer);
  window.addEventListener("pointerdown", onPointer, true);
  window.addEventListener("focusin", onFocus);
}

function stop(): void {
  clearInterval(timer);
  window.removeEventListener("blur", onBlur);
  window.removeEventListener("keydown", onKey, true);
  window.removeEventListener("pointermove", onPointer);
  window.removeEventListener("pointerover", onPointer);
  window.removeEventListener("pointerdown", onPointer, true);
  window.removeEventListener("focusin", onFocus);
  holder = null;
  arrived = null;
}
