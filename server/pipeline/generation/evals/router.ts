import { router, validatorOrOperatorProcedure } from "#server/api/trpc.ts";

import { evaluationSchema } from "./schema.ts";
import { readEvaluations } from "./service.ts";

/** How well configurations of the generator did. Tells nothing of single tasks, so operators may see it too. */
export const evaluationsRouter = router({
  /** Newest first, the last fifty. */
  list: validatorOrOperatorProcedure
    .output(evaluationSchema.array())
    .query(({ ctx }) => readEvaluations({ db: ctx.deps.db })),
});
