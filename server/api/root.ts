import { identityRouter } from "#server/identity/router.ts";
import { operationsRouter } from "#server/operations/router.ts";
import { assignmentRouter } from "#server/pipeline/assignment/router.ts";
import { exportRouter } from "#server/pipeline/export/router.ts";
import { evaluationsRouter } from "#server/pipeline/generation/evals/router.ts";
import { tasksRouter } from "#server/pipeline/generation/router.ts";
import { labellingRouter } from "#server/pipeline/labelling/router.ts";
import { scoringRouter } from "#server/pipeline/scoring/router.ts";
import { weightsRouter } from "#server/pipeline/weights/router.ts";
import { roundsRouter } from "#server/rounds/router.ts";
import { teamsRouter } from "#server/teams/router.ts";

import { createCallerFactory, router } from "./trpc.ts";

/** Everything that people's browsers and our own command line may call. */
export const appRouter = router({
  identity: identityRouter,
  teams: teamsRouter,
  rounds: roundsRouter,
  tasks: tasksRouter,
  evaluations: evaluationsRouter,
  assignment: assignmentRouter,
  labelling: labellingRouter,
  scoring: scoringRouter,
  weights: weightsRouter,
  export: exportRouter,
  operations: operationsRouter,
});
export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
