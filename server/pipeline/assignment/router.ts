import { labellerProcedure, router } from "#server/api/trpc.ts";

import { nextAnswerSchema } from "./schema.ts";
import { readNextAnswer } from "./service.ts";

/**
 * `.output()` is a security boundary here, not documentation: it drops every field the schema does
 * not name, so the kind of a task, its ground truth and other miners cannot reach the browser.
 */
export const assignmentRouter = router({
  /** The labeller's open assignment, or a newly leased one, or why there is none. */
  next: labellerProcedure.output(nextAnswerSchema).mutation(({ ctx }) => readNextAnswer(ctx.deps, ctx.labeller)),
});
