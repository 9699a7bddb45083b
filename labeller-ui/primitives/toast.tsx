"use client";

import { useEffect } from "react";

const SHOWN_MS = 5_000;

/** A short message that goes by itself; read out politely. */
export function Toast({ text, onDone }: { text: string | null; onDone: () => void }) {
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(onDone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, onDone]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-6 z-50 flex justify-center px-4">
      {text === null ? null : <p className="rounded-full bg-ink px-4 py-2 text-sm text-paper shadow-card">{text}</p>}
    </div>
  );
}
