"use client";

import { useTranslations } from "use-intl";

import type { RoundView } from "#server/rounds/schema.ts";

import { Badge, type BadgeTone } from "../../primitives/badge.tsx";

const tones: Record<RoundView["state"], BadgeTone> = { open: "good", closing: "warn", closed: "neutral" };

export function RoundState({ state }: { state: RoundView["state"] }) {
  const t = useTranslations("console.rounds");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
