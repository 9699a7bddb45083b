import type { z } from "zod";

import type { Deps } from "#server/platform/deps.ts";
import type { JobName } from "#server/platform/jobs.ts";

/** A background job: parses its payload, then calls one service. Jobs run at least once, so services are idempotent. */
export type Job = { readonly name: JobName; run(deps: Deps, payload: unknown): Promise<void> };

export function defineJob<Schema extends z.ZodType>(
  name: JobName,
  payloadSchema: Schema,
  run: (deps: Deps, payload: z.infer<Schema>) => Promise<void>,
): Job {
  return { name, run: (deps, payload) => run(deps, payloadSchema.parse(payload)) };
}
