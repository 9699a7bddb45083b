"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";

import type { LiveState } from "#ui/console/operations/jobs-page.tsx";
import { withJobRun } from "#ui/console/operations/job-runs.ts";

import { useTRPC } from "../trpc.tsx";

/** The newest long jobs, kept up to date by the server's stream of changes. */
export function useJobRuns() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const runs = useQuery(trpc.operations.jobs.queryOptions());
  const stream = useSubscription(
    trpc.operations.watchJobs.subscriptionOptions(undefined, {
      // The stream begins now: what changed before it stood is in the list alone.
      onStarted: () => void queries.invalidateQueries(trpc.operations.jobs.queryFilter()),
      onData: ({ data }) =>
        queries.setQueryData(trpc.operations.jobs.queryKey(), (known) => (known ? withJobRun(known, data) : known)),
    }),
  );
  const live: LiveState = stream.status === "pending" ? "live" : stream.status === "error" ? "lost" : "connecting";
  return { runs, live };
}
