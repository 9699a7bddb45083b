import type { BoardAction } from "../ranking/board.ts";

/** What a key does on the labelling screen. */
export type Shortcut = BoardAction | { type: "submit" } | { type: "help" };

type Key = Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "repeat">;

/**
 * Keys by place, not by letter: `event.code` is the same on a Cyrillic, Vietnamese or Chinese
 * keyboard. Nothing while a word is being composed, in a text field, or with a modifier.
 * @param focused  position of the pane that has the focus, for keys that speak of one.
 */
export function shortcutOf(
  event: Key,
  context: { inField: boolean; completions: number; focused: number | null },
): Shortcut | null {
  if (event.isComposing || event.repeat || event.altKey) return null;
  const withCommand = event.ctrlKey || event.metaKey;
  if (event.code === "Enter" && withCommand) return { type: "submit" };
  if (context.inField || withCommand) return null;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  if (digit !== undefined && !event.shiftKey) return digitShortcut(Number(digit), context);
  if (event.code === "Equal" || event.code === "NumpadAdd") return { type: "tie" };
  if (event.code === "Backspace") return { type: "clear" };
  if (event.code === "Slash" && event.shiftKey) return { type: "help" };
  if (event.code === "Enter" || event.code === "NumpadEnter") return { type: "submit" };
  return null;
}

function digitShortcut(digit: number, context: { completions: number; focused: number | null }): Shortcut | null {
  if (digit === 0) return context.focused === null ? null : { type: "flag", position: context.focused };
  return digit <= context.completions ? { type: "toggle", position: digit - 1 } : null;
}
