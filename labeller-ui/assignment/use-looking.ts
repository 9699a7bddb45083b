"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

import type { PaneEvidence } from "./gate.ts";

const TICK_MS = 250;
const NOTHING: PaneEvidence = { ready: false, visibleMs: 0, interactions: 0 };

/**
 * What the labeller has looked at, measured by the page: how long each pane was on the screen while
 * the tab was visible, and whether somebody went into it.
 */
export function useLooking(panes: RefObject<(HTMLElement | null)[]>, count: number) {
  const [evidence, setEvidence] = useState<PaneEvidence[]>(() => Array.from({ length: count }, () => NOTHING));
  const activeMs = useRef(0);
  const onScreen = useRef(new Set<number>());

  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const position = panes.current.indexOf(entry.target instanceof HTMLElement ? entry.target : null);
          if (entry.isIntersecting) onScreen.current.add(position);
          else onScreen.current.delete(position);
        }
      },
      { threshold: 0.5 },
    );
    for (const pane of panes.current) if (pane) observer.observe(pane);
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      activeMs.current += TICK_MS;
      setEvidence((now) =>
        now.map((pane, position) =>
          pane.ready && onScreen.current.has(position) ? { ...pane, visibleMs: pane.visibleMs + TICK_MS } : pane,
        ),
      );
    }, TICK_MS);
    return () => {
      observer.disconnect();
      clearInterval(timer);
    };
  }, [panes]);

  const update = useCallback((position: number, change: (pane: PaneEvidence) => PaneEvidence) => {
    setEvidence((now) => now.map((pane, index) => (index === position ? change(pane) : pane)));
  }, []);
  const noteReady = useCallback(
    (position: number, ready: boolean) =>
      update(position, (pane) => (pane.ready === ready ? pane : { ...pane, ready })),
    [update],
  );
  const noteInteraction = useCallback(
    (position: number) => update(position, (pane) => ({ ...pane, interactions: pane.interactions + 1 })),
    [update],
  );
  return { evidence, activeMs, noteReady, noteInteraction };
}
