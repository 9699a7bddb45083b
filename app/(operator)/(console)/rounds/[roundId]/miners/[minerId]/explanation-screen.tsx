"use client";

import { useQuery } from "@tanstack/react-query";

import { ExplanationPage } from "#ui/console/explanation/explanation-page.tsx";

import { useTRPC } from "../../../../../../trpc.tsx";

export function ExplanationScreen({ roundId, minerId }: { roundId: number; minerId: string }) {
  const trpc = useTRPC();
  const explanation = useQuery(trpc.scoring.explain.queryOptions({ roundId, minerId }));
  const round = useQuery(trpc.rounds.get.queryOptions({ roundId }));
  return <ExplanationPage roundId={roundId} roundNumber={round.data?.number ?? null} explanation={explanation} />;
}
