"use client";

import { useEffect, useRef } from "react";

import { type Shortcut, shortcutOf } from "./shortcuts.ts";

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.tagName === "TEXTAREA" ||
    (target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox"));

const isActivation = (event: KeyboardEvent) =>
  event.code === "Enter" &&
  event.target instanceof HTMLElement &&
  ["BUTTON", "A", "SUMMARY"].includes(event.target.tagName);

function focusedPane(): number | null {
  const pane = document.activeElement?.closest("[data-pane]");
  return pane instanceof HTMLElement ? Number(pane.dataset.pane) : null;
}

/** Listens for the labelling keys on the whole page, except where they belong to somebody else. */
export function useShortcuts(enabled: boolean, completions: number, onShortcut: (shortcut: Shortcut) => void): void {
  const handler = useRef(onShortcut);
  useEffect(() => {
    handler.current = onShortcut;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      // A dialog has its own keys; a focused button is pressed by Enter.
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') || isActivation(event)) return;
      const shortcut = shortcutOf(event, { inField: isField(event.target), completions, focused: focusedPane() });
      if (!shortcut) return;
      event.preventDefault();
      handler.current(shortcut);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [enabled, completions]);
}
