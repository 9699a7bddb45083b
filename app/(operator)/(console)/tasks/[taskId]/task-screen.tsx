"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { Loaded } from "#ui/console/loaded.tsx";
import { PageFrame } from "#ui/console/page-frame.tsx";
import { BlockSkeleton } from "#ui/console/skeleton.tsx";
import { TaskView } from "#ui/console/tasks/task-view.tsx";

import { useTRPC } from "../../../../trpc.tsx";

export function TaskScreen({ taskId }: { taskId: string }) {
  const t = useTranslations("console");
  const task = useQuery(useTRPC().tasks.get.queryOptions({ taskId }));
  // The page of the task brings its own heading; without it the list it belongs to must still be in reach.
  if (task.data) return <TaskView task={task.data} />;
  return (
    <PageFrame up={{ href: "/tasks", label: t("tasks.title") }} title={t("tasks.one")}>
      <Loaded query={task} waiting={<BlockSkeleton blocks={3} />}>
        {() => null}
      </Loaded>
    </PageFrame>
  );
}
