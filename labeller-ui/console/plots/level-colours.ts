import type { BadgeTone } from "../../primitives/badge.tsx";

const fills = ["fill-good", "fill-accent", "fill-warn", "fill-bad"] as const;
const washes = ["fill-good-soft", "fill-accent-soft", "fill-warn-soft", "fill-bad-soft"] as const;
const bars = ["bg-good", "bg-accent", "bg-warn", "bg-bad"] as const;
const tones = ["good", "accent", "warn", "bad"] as const satisfies readonly BadgeTone[];

/** Levels from as designed to worst. Never the only sign: a level's number always stands beside its colour. */
export const levelFill = (level: number): string => fills[level] ?? "fill-muted";
export const levelWash = (level: number): string => washes[level] ?? "fill-sunken";
export const levelBar = (level: number): string => bars[level] ?? "bg-line-strong";
export const levelTone = (level: number): BadgeTone => tones[level] ?? "neutral";
