"use client";

import { BrokenNote } from "#ui/shell/broken-note.tsx";

/** A page that threw: a bug of ours, and a way on. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <BrokenNote onRetry={reset} />;
}
