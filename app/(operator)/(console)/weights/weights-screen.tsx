"use client";

import { useQueries, useQuery } from "@tanstack/react-query";

import { WeightsPage } from "#ui/console/weights/weights-page.tsx";

import { useTRPC } from "../../../trpc.tsx";

/** There is one call per vector, so the history stops somewhere. */
const ROUNDS_SHOWN = 12;

export function WeightsScreen() {
  const trpc = useTRPC();
  const rounds = useQuery(trpc.rounds.list.queryOptions());
  const closed = rounds.data?.filter(({ state }) => state === "closed").slice(0, ROUNDS_SHOWN);
  const vectors = useQueries({
    queries: (closed ?? []).map(({ id }) => trpc.weights.ofRound.queryOptions({ roundId: id }, { retry: false })),
  });
  const isPending = closed === undefined || vectors.some((query) => query.isPending);
  const data = (closed ?? []).flatMap(({ id, number }, index) => {
    const vector = vectors[index]?.data;
    return vector ? [{ roundId: id, roundNumber: number, vector }] : [];
  });
  // Rounds that closed before this validator joined have no vector of its own: a gap, not a fault.
  const fault = vectors.find(({ error }) => error && error.data?.code !== "NOT_FOUND");
  return (
    <WeightsPage
      vectors={{
        data: isPending ? undefined : data,
        error: rounds.error ?? fault?.error ?? null,
        refetch: () => Promise.all([rounds.refetch(), ...vectors.map((query) => query.refetch())]),
      }}
    />
  );
}
