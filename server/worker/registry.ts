import { z } from "zod";

import { generationDeps, modelPathDeps } from "#server/composition.ts";
import { pruneIdentity } from "#server/identity/service.ts";
import { aggregateRound } from "#server/pipeline/aggregation/service.ts";
import { expireOverdueLeases } from "#server/pipeline/assignment/service.ts";
import { exportDataset } from "#server/pipeline/export/service.ts";
import { generateProblems } from "#server/pipeline/generation/model/service.ts";
import { renderTask } from "#server/pipeline/generation/render-task.ts";
import { fillBuffer, prepareProblem } from "#server/pipeline/generation/service.ts";
import { scoreRound } from "#server/pipeline/scoring/service.ts";
import { weighRound } from "#server/pipeline/weights/service.ts";
import { advanceRounds, endLabelling, finishRound, openNextRound } from "#server/rounds/service.ts";

import { defineJob, type Job } from "./job.ts";

const nothing = z.unknown();
const ofRound = z.object({ roundId: z.number().int() });

/** Every job, in the order of the pipeline. */
export const JOBS: readonly Job[] = [
  defineJob("prepare-problem", z.object({ slug: z.string(), jobRunId: z.uuid() }), (deps, input) =>
    prepareProblem(generationDeps(deps), input),
  ),
  defineJob("generate-problems", z.object({ jobRunId: z.uuid(), count: z.number().int().min(1) }), (deps, input) =>
    generateProblems(modelPathDeps(deps), input),
  ),
  defineJob("fill-buffer", nothing, async (deps) => void (await fillBuffer(generationDeps(deps)))),
  defineJob("render-task", z.object({ taskId: z.uuid() }), async (deps, { taskId }) => {
    await renderTask(generationDeps(deps), taskId);
  }),
  defineJob("expire-leases", nothing, async (deps) => void (await expireOverdueLeases(deps))),
  defineJob("advance-rounds", nothing, (deps) => advanceRounds(deps)),
  defineJob("end-labelling", ofRound, (deps, { roundId }) => endLabelling(deps, roundId)),
  defineJob("aggregate-round", ofRound, (deps, { roundId }) => aggregateRound(deps, roundId)),
  defineJob("score-round", ofRound, (deps, { roundId }) => scoreRound(deps, roundId)),
  defineJob("weigh-round", ofRound, (deps, { roundId }) => weighRound(deps, roundId)),
  defineJob("finish-round", ofRound, (deps, { roundId }) => finishRound(deps, roundId)),
  defineJob("open-next-round", nothing, async (deps) => void (await openNextRound(deps))),
  defineJob("export-dataset", z.object({ datasetId: z.uuid(), jobRunId: z.uuid() }), (deps, input) =>
    exportDataset(deps, input),
  ),
  defineJob("prune-identity", nothing, (deps) => pruneIdentity(deps)),
];
