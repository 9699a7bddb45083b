"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { OwnScoresPage } from "#ui/console/own-scores/own-scores-page.tsx";

import { useTRPC } from "../../trpc.tsx";

/** There is one call per round, so the history stops somewhere. */
const ROUNDS_SHOWN = 24;

export function OwnScoresScreen() {
  const trpc = useTRPC();
  const teams = useQuery(trpc.teams.mine.queryOptions());
  const rounds = useQuery(trpc.rounds.list.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);

  const managed = (teams.data ?? []).filter(({ role, miner }) => role !== "labeller" && miner !== null);
  const team = managed.find(({ teamId }) => teamId === chosen) ?? managed[0] ?? null;
  const closed = (rounds.data ?? []).filter(({ state }) => state === "closed").slice(0, ROUNDS_SHOWN);
  const scores = useQueries({
    queries: team ? closed.map(({ id }) => trpc.scoring.scores.queryOptions({ roundId: id })) : [],
  });

  const isPending = !teams.data || !rounds.data || scores.some((query) => query.isPending);
  const own = closed.flatMap(({ id, number, closedAt }, index) => {
    const score = scores[index]?.data?.find(({ hotkey }) => hotkey === team?.miner?.hotkey);
    return score ? [{ roundId: id, roundNumber: number, closedAt, score }] : [];
  });
  return (
    <OwnScoresPage
      teams={managed}
      team={team}
      onTeam={setChosen}
      scores={{
        data: isPending ? undefined : own,
        error: teams.error ?? rounds.error ?? scores.find(({ error }) => error)?.error ?? null,
        refetch: () => Promise.all([teams.refetch(), rounds.refetch(), ...scores.map((query) => query.refetch())]),
      }}
    />
  );
}
