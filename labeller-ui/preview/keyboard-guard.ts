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
/** For so long after a key, or after somebody put the keyboard somewhere, it is in use and is given back. */
const KEYBOARD_USED_MS = 3_000;
const INVITATION_MS = 1_000;
const AGAIN_MS = 60;
/** From one frame to another the focus moves without any event here, so the page has to look. */
const LOOK_MS = 20;

type Guarded = { readonly container: HTMLElement; readonly events: KeyboardEvents };
const guarded = new Map<Element, Guarded>();

/** When a person last did something that the page could see. */
const last = { tabMs: -Infinity, touchMs: -Infinity, keyMs: -Infinity, pointerMs: -Infinity, mouseMs: -Infinity };
/** Where a person put the keyboard: an element of the page, or a frame that was invited to have it. */
let holder: HTMLElement | null = null;
let heldSinceMs = -Infinity;
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
 * the pointer says nothing: it rests where the eyes were, and that is usually a frame. Of a finger in
 * a frame the page sees nothing at all, except that somebody is active somewhere in it.
 */
function isInvited(container: HTMLElement): boolean {
  const now = performance.now();
  if (now - last.tabMs < INVITATION_MS || now - last.touchMs < INVITATION_MS) return true;
  if (now - last.keyMs < TYPING_MS && last.pointerMs < last.keyMs) return false;
  if (container.matches(":hover")) return true;
  const hasMouse = last.mouseMs !== -Infinity;
  return !hasMouse && navigator.userActivation?.isActive === true;
}

/**
 * Whoever was writing goes on writing: without this, all keys would go to the thief until the next
 * click. Said twice, because the thief may have asked again while the first was on its way, and then
 * page and browser disagree about who has it.
 */
function giveBack(to: HTMLElement | null): void {
  const usedMs = Math.max(last.keyMs, heldSinceMs);
  const isInUse = performance.now() - usedMs < KEYBOARD_USED_MS || to instanceof HTMLIFrameElement;
  if (!isInUse) return;
  const give = () => {
    if (!to?.isConnected || holder !== to) return;
    if (document.activeElement === to) to.blur();
    to.focus({ preventScroll: true }); console.log('KB gave back to', to.title, document.activeElement === to, document.hasFocus());
    active = document.activeElement;
  };
  give();
  setTimeout(give, AGAIN_MS);
}

function look(): void {
  const { activeElement } = document;
  if (activeElement === active) return;
  active = activeElement;
  console.log('KB', Math.round(performance.now()), 'active', activeElement?.nodeName, activeElement?.title, 'hover', [...document.querySelectorAll('section')].map(x=>x.matches(':hover')?1:0).join(''), 'holder', holder?.title ?? holder?.nodeName, 'key', Math.round(performance.now()-last.keyMs), 'ptr', Math.round(performance.now()-last.pointerMs));
  const arrived = activeElement instanceof HTMLIFrameElement ? guarded.get(activeElement) : undefined;
  if (!arrived || !(activeElement instanceof HTMLIFrameElement) || holder === activeElement) return;
  if (isInvited(arrived.container)) {
    holder = activeElement;
    arrived.events.invited();
    return;
  }
  const before = holder;
  console.log('KB stolen by', activeElement.title);
  arrived.events.stolen();
  giveBack(before);
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
function onPointer({ pointerType }: PointerEvent): void {
  last.pointerMs = performance.now();
  if (pointerType === "mouse") last.mouseMs = last.pointerMs;
}
function onFocus({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement) || target instanceof HTMLIFrameElement) return;
  holder = target;
  heldSinceMs = performance.now();
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
