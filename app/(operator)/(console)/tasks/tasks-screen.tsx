"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { usePathname, useRouter, useSearchParams } from "next/navigation";

import { filterOf, queryOf } from "#ui/console/tasks/task-filter.ts";
import { TasksView } from "#ui/console/tasks/tasks-view.tsx";

import { useTRPC } from "../../../trpc.tsx";

export function TasksScreen() {
  const trpc = useTRPC();
  const router = useRouter();
  const path = usePathname();
  const filter = filterOf(useSearchParams());
  const { roundId, kind, state } = filter;
  const tasks = useInfiniteQuery(
    trpc.tasks.list.infiniteQueryOptions(
      {
        ...(roundId === null ? {} : { roundId }),
        ...(kind === null ? {} : { kind }),
        ...(state === null ? {} : { state }),
      },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const rounds = useQuery(trpc.rounds.list.queryOptions());
  return (
    <TasksView
      tasks={{ ...tasks, data: tasks.data?.pages.flatMap((page) => page.tasks) }}
      rounds={rounds.data ?? []}
      filter={filter}
      onFilter={(chosen) => router.replace(`${path}${queryOf(chosen)}`, { scroll: false })}
      onMore={tasks.hasNextPage ? () => void tasks.fetchNextPage() : null}
      isFetchingMore={tasks.isFetchingNextPage}
    />
  );
}
