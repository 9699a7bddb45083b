/**
 * Whether a person put the keyboard into a frame, or its document took it. Pure: the guard beside
 * this file collects the facts. A sandboxed document may call `focus()` at any time, and no
 * attribute forbids it.
 */
export type FocusFacts = {
  nowMs: number;
  /** When the focus arrived in the frame. */
  arrivedMs: number;
  /** The last Tab or F6 in the page: the ways of walking into a frame by keyboard. */
  tabMs: number;
  /** The last other key in the page. */
  keyMs: number;
  /** The last movement of a pointer over the page, its frames included. */
  pointerMs: number;
  /** The pointer is over the frame. */
  isHovered: boolean;
  /** The device has a pointer that hovers. Where fingers tap, the page learns nothing of a tap in a frame. */
  canHover: boolean;
};

/** `unclear`: ask again a moment later. */
export type FocusVerdict = "invited" | "taken" | "unclear";

/** From Tab to the frame that it leads to. */
const TAB_MS = 1_000;
/** Longer than between two keys of somebody who types, shorter than a hand needs from the keys to the mouse. */
const TYPING_MS = 400;
/** For so long after a key somebody counts as writing in the page. */
const WRITING_MS = 2_000;
/**
 * A click that follows the pointer closely moves the focus before the page has been told where the
 * pointer is: that news waits for the next picture, which four busy interfaces can delay.
 */
const NEWS_MS = 200;

/** Somebody is writing in the page: taking the keyboard now does harm. */
export const isWriting = (facts: FocusFacts): boolean => facts.nowMs - facts.keyMs < WRITING_MS;

/** In the middle of typing, a pointer at rest says nothing: it lies where the eyes were, and that is usually a frame. */
export function judgeFocus(facts: FocusFacts): FocusVerdict {
  if (facts.arrivedMs - facts.tabMs < TAB_MS) return "invited";
  const isTyping = facts.arrivedMs - facts.keyMs < TYPING_MS && facts.pointerMs < facts.keyMs;
  if (isTyping) return "taken";
  if (facts.isHovered) return "invited";
  if (!facts.canHover) return isWriting(facts) ? "taken" : "invited";
  return facts.nowMs - facts.arrivedMs < NEWS_MS ? "unclear" : "taken";
}
