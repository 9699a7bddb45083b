"use client";

import { useTranslations } from "use-intl";

import type { TaskRow } from "#server/pipeline/generation/task-schema.ts";

import { Badge, type BadgeTone } from "../../primitives/badge.tsx";

const tones: Record<TaskRow["state"], BadgeTone> = {
  draft: "neutral",
  open: "good",
  closed: "neutral",
  quarantined: "bad",
};

export function TaskState({ state }: { state: TaskRow["state"] }) {
  const t = useTranslations("console.tasks");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}

export function TaskKind({ kind }: { kind: TaskRow["kind"] }) {
  const t = useTranslations("console.tasks");
  return <Badge tone={kind === "control" ? "accent" : "neutral"}>{t(`kinds.${kind}`)}</Badge>;
}
