"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { DatasetsPage } from "#ui/console/datasets/datasets-page.tsx";

import { useTRPC } from "../../../trpc.tsx";
import { useJobRuns } from "../../use-job-runs.ts";

const MAKING_MS = 2_000;

export function DatasetsScreen() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const datasets = useQuery(
    trpc.export.list.queryOptions(undefined, {
      // The stream tells of progress; that the files are there only the list knows.
      refetchInterval: ({ state }) =>
        state.data?.some((one) => one.state === "queued" || one.state === "running") ? MAKING_MS : false,
    }),
  );
  const rounds = useQuery(trpc.rounds.list.queryOptions());
  const { runs } = useJobRuns();
  const [jobOf, setJobOf] = useState<ReadonlyMap<string, string>>(new Map());
  const create = useMutation(
    trpc.export.create.mutationOptions({
      onSuccess: ({ datasetId, jobRunId }) => setJobOf((known) => new Map(known).set(datasetId, jobRunId)),
      onSettled: () => queries.invalidateQueries(trpc.export.list.queryFilter()),
    }),
  );
  return (
    <DatasetsPage
      datasets={datasets}
      closedRounds={(rounds.data ?? []).filter(({ state }) => state === "closed")}
      runOf={({ id, version }) => {
        const known = jobOf.get(id);
        // After a reload the job is found by its subject: the API does not name a dataset's job.
        const isIts = (run: { id: string; kind: string; subject: string | null }) =>
          known === undefined
            ? run.kind === "export-dataset" && run.subject === `version ${version}`
            : run.id === known;
        return runs.data?.find(isIts) ?? null;
      }}
      busy={create.isPending}
      error={create.error}
      onExport={(request, onDone) => create.mutate(request, { onSuccess: onDone })}
    />
  );
}
