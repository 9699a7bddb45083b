"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { useTRPC } from "../../../../trpc.tsx";

const CLOSING_MS = 1_000;
const OPEN_MS = 10_000;

/** A round with what it came to. While it closes everything is asked for again every second, so that one can watch. */
export function useRound(roundId: number, isValidator: boolean) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const round = useQuery(
    trpc.rounds.get.queryOptions(
      { roundId },
      {
        refetchInterval: ({ state }) =>
          state.data?.state === "closing" ? CLOSING_MS : state.data?.state === "open" ? OPEN_MS : false,
      },
    ),
  );
  const state = round.data?.state;
  const isClosing = state === "closing";
  const refetchInterval = isClosing ? CLOSING_MS : (false as const);
  const list = useQuery(
    trpc.rounds.list.queryOptions(undefined, { refetchInterval: state === "closed" ? false : OPEN_MS }),
  );
  const scores = useQuery(
    trpc.scoring.scores.queryOptions({ roundId }, { enabled: isClosing || state === "closed", refetchInterval }),
  );
  // There is no vector before there are scores; asking for it would only fill the log with refusals.
  const isScored = (scores.data?.length ?? 0) > 0;
  const vector = useQuery(
    trpc.weights.ofRound.queryOptions(
      { roundId },
      { enabled: isValidator && (state === "closed" || (isClosing && isScored)), refetchInterval, retry: false },
    ),
  );
  const wasClosing = useRef(false);
  useEffect(() => {
    // Polls of scores and weights end with the closing, and their last ones may be from before the last steps.
    if (wasClosing.current && state === "closed") {
      void queries.invalidateQueries(trpc.scoring.scores.queryFilter({ roundId }));
      void queries.invalidateQueries(trpc.weights.ofRound.queryFilter({ roundId }));
    }
    wasClosing.current = isClosing;
  }, [isClosing, state, roundId, queries, trpc]);
  const summary = list.data?.find(({ id }) => id === roundId);
  return { round, counts: summary ? { tasks: summary.tasks, labels: summary.labels } : null, scores, vector };
}
