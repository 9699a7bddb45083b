"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import { isRunning } from "#ui/console/operations/job-runs.ts";
import { JobsPage } from "#ui/console/operations/jobs-page.tsx";

import { useTRPC } from "../../../trpc.tsx";
import { useJobRuns } from "../../use-job-runs.ts";

export function JobsScreen() {
  const { runs, live } = useJobRuns();
  // A job that was asked to stop goes on until its next step; the list does not say that it was asked.
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const cancel = useMutation(
    useTRPC().operations.cancelJob.mutationOptions({
      onMutate: ({ id }) => setAsked((known) => new Set(known).add(id)),
      onError: (_, { id }) => setAsked((known) => new Set([...known].filter((one) => one !== id))),
    }),
  );
  const running = new Set((runs.data ?? []).filter(isRunning).map(({ id }) => id));
  return (
    <JobsPage
      runs={runs}
      live={live}
      cancelling={new Set([...asked].filter((id) => running.has(id)))}
      cancelError={cancel.error}
      onCancel={(id) => cancel.mutate({ id })}
    />
  );
}
