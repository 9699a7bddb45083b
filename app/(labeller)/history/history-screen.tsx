"use client";

import { useQuery } from "@tanstack/react-query";

import { HistoryList } from "#ui/assignment/history-list.tsx";

import { useTRPC } from "../../trpc.tsx";

export function HistoryScreen() {
  const trpc = useTRPC();
  const history = useQuery(trpc.labelling.history.queryOptions());
  const today = useQuery(trpc.labelling.today.queryOptions());
  return (
    <HistoryList
      entries={history.data ?? null}
      today={today.data?.labels ?? null}
      failed={history.isError}
      onRetry={() => void history.refetch()}
    />
  );
}
