"use client";

import { useQuery } from "@tanstack/react-query";

import { HistoryPage } from "#ui/home/history-page.tsx";

import { useTRPC } from "../../../trpc.tsx";

export function HistoryScreen() {
  const trpc = useTRPC();
  const history = useQuery(trpc.labelling.history.queryOptions());
  const today = useQuery(trpc.labelling.today.queryOptions());
  return <HistoryPage history={history} today={today.data?.labels ?? null} />;
}
