"use client";

import { useTranslations } from "use-intl";

import type { TaskDetail } from "#server/pipeline/generation/task-schema.ts";

import { useFigures } from "../figures.ts";
import { KeyFigures } from "../key-figures.tsx";
import { Moment } from "../moment.tsx";
import { PageFrame } from "../page-frame.tsx";
import { slugWords } from "../slug-words.ts";
import { CommitmentCard } from "./commitment-card.tsx";
import { PromptCard } from "./prompt-card.tsx";
import { TaskKind, TaskState } from "./task-badges.tsx";
import { TaskPreview } from "./task-preview.tsx";
import { TruthPart } from "./truth-part.tsx";

/** One task, as its labellers see it and as its validator knows it. */
export function TaskView({ task }: { task: TaskDetail }) {
  const t = useTranslations("console");
  const { count } = useFigures();
  return (
    <PageFrame
      up={{ href: "/tasks", label: t("tasks.title") }}
      title={
        <>
          {slugWords(task.problem)}
          <span className="flex gap-1.5">
            <TaskKind kind={task.kind} />
            <TaskState state={task.state} />
          </span>
        </>
      }
    >
      <KeyFigures
        figures={[
          { key: "round", label: t("round"), value: count(task.roundNumber) },
          { key: "answers", label: t("tasks.answers"), value: `${count(task.submitted)}/${count(task.overlap)}` },
          { key: "leased", label: t("tasks.leased"), value: count(task.leased) },
          { key: "rendered", label: t("tasks.rendered"), value: count(task.rendered) },
          {
            key: "opened",
            label: t("opened"),
            value: (
              <span className="text-sm font-medium">
                <Moment at={task.openedAt} />
              </span>
            ),
          },
        ]}
      />
      <PromptCard prompts={task.prompts} />
      <TaskPreview kind={task.kind} renderings={task.renderings} />
      <TruthPart bands={task.bands} variants={task.variants} />
      {task.commitment === null ? null : <CommitmentCard digest={task.commitment} taskId={task.id} />}
    </PageFrame>
  );
}
