"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { RoundsView } from "#ui/console/rounds/rounds-view.tsx";

import { useTRPC } from "../../../trpc.tsx";
import { useHolds } from "../../use-holds.ts";

const REFRESH_MS = 10_000;

export function RoundsScreen() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const rounds = useQuery(trpc.rounds.list.queryOptions(undefined, { refetchInterval: REFRESH_MS }));
  const open = useMutation(
    trpc.rounds.open.mutationOptions({ onSettled: () => queries.invalidateQueries(trpc.rounds.list.queryFilter()) }),
  );
  const mayOpen = useHolds("validator");
  return (
    <RoundsView
      rounds={rounds}
      busy={open.isPending}
      error={open.error}
      onOpen={
        mayOpen
          ? ({ settings, closesAtText }, onDone) =>
              open.mutate(
                { settings, closesAt: closesAtText === "" ? null : new Date(closesAtText) },
                { onSuccess: onDone },
              )
          : null
      }
    />
  );
}
