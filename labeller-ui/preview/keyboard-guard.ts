/**
 * Who has the keyboard. A sandboxed frame may take the focus at any time, and no attribute forbids
 * it; what the page can do is notice, and give it back.
 */
export type KeyboardEvents = {
  /** A person went into the frame: pointer, touch or Tab. */
  invited: () => void;
  /** The document took the keyboard. It has been given back where somebody was using it. */
  stolen: () => void;
};

/** Longer than between two keys of somebody who types, shorter than a hand needs from the keys to the mouse. */
const TYPING_MS = 400;
/** For so long after a key the keyboard is in use, and is given back when a document takes it. */
const KEYBOARD_USED_MS = 2_000;
const INVITATION_MS = 1_000;
/** From one frame to another the focus moves without any event here, so the page has to look. */
const LOOK_MS = 20;

type Guarded = { readonly container: HTMLElement; readonly events: KeyboardEvents };
const guarded = new Map<Element, Guarded>();

/** When a person last did something that the page could see. */
const last = { tabMs: -Infinity, touchMs: -Infinity, keyMs: -Infinity, pointerMs: -Infinity };
/** Where a person put the keyboard: an element of the page, or a frame that was invited to have it. */
let holder: HTMLElement | null = null;
let active: Element | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

/** Watches the keyboard for a frame. Returns the end of that. */
export function guardKeyboard(frame: HTMLIFrameElement, container: HTMLElement, events: KeyboardEvents): () => void {
  if (guarded.size === 0) start();
  guarded.set(frame, { container, events });
  return () => {
    guarded.delete(frame);
    if (guarded.size === 0) stop();
  };
}

/**
 * A pointer over the frame, or a Tab a moment ago, is a person going there. In the middle of typing
 * the pointer says nothing: it rests where the eyes were, and that is usually a frame.
 */
function isInvited(container: HTMLElement): boolean {
  const now = performance.now();
  if (now - last.tabMs < INVITATION_MS || now - last.touchMs < INVITATION_MS) return true;
  if (now - last.keyMs < TYPING_MS && last.pointerMs < last.keyMs) return false;
  return container.matches(":hover");
}

/** Whoever was writing goes on writing: without this, all keys would go to the thief until the next click. */
function giveBack(to: HTMLElement | null): void {
  const isInUse = performance.now() - last.keyMs < KEYBOARD_USED_MS || to instanceof HTMLIFrameElement;
  if (isInUse && to?.isConnected) to.focus({ preventScroll: true });
}

function look(): void {
  const { activeElement } = document;
  if (activeElement === active) return;
  active = activeElement;
  const arrived = activeElement instanceof HTMLIFrameElement ? guarded.get(activeElement) : undefined;
  if (!arrived || !(activeElement instanceof HTMLIFrameElement) || holder === activeElement) return;
  if (isInvited(arrived.container)) {
    holder = activeElement;
    arrived.events.invited();
    return;
  }
  const before = holder;
  arrived.events.stolen();
  giveBack(before);
  active = document.activeElement;
}

function onBlur(): void {
  // The page itself had the keyboard: whoever has it now has just got it.
  active = null;
  look();
}
function onKey(event: KeyboardEvent): void {
  if (event.code === "Tab" || event.code === "F6") last.tabMs = performance.now();
  else last.keyMs = performance.now();
}
function onTouch(): void {
  last.touchMs = performance.now();
}
function onPointer(): void {
  last.pointerMs = performance.now();
}
function onFocus({ target }: FocusEvent): void {
  if (target instanceof HTMLElement && !(target instanceof HTMLIFrameElement)) holder = target;
}

function start(): void {
  timer = setInterval(look, LOOK_MS);
  window.addEventListener("blur", onBlur);
  window.addEventListener("keydown", onKey);
  window.addEventListener("touchstart", onTouch);
  window.addEventListener("pointermove", onPointer);
  window.addEventListener("pointerdown", onPointer);
  window.addEventListener("focusin", onFocus);
}

function stop(): void {
  clearInterval(timer);
  window.removeEventListener("blur", onBlur);
  window.removeEventListener("keydown", onKey);
  window.removeEventListener("touchstart", onTouch);
  window.removeEventListener("pointermove", onPointer);
  window.removeEventListener("pointerdown", onPointer);
  window.removeEventListener("focusin", onFocus);
  holder = null;
  active = null;
}
