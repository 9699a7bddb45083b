import type { InteractionCheck, Source } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";

import { buildSource } from "../import-library.ts";
import type { ProblemRun } from "./ask-step.ts";

/** A page that does nothing that anybody could have asked for. */
const IDLE_PAGE: Source = {
  entry: "index.html",
  files: [
    {
      path: "index.html",
      content:
        '<!doctype html><html lang="en"><head><title>Page</title></head><body><main><h1>Page</h1><p>Nothing happens here.</p></main></body></html>',
    },
  ],
};

/**
 * The checks that fail on a page that does nothing. One that passes there says nothing about an interface, and would
 * make every degradation of it look smaller than it is.
 */
export async function telling(
  { deps, runId }: ProblemRun,
  checks: readonly InteractionCheck[],
): Promise<InteractionCheck[]> {
  const { documentHash } = await buildSource(deps, IDLE_PAGE);
  const { verdict, signals } = await deps.verify({ documentHash, checks });
  if (verdict !== "pass" || !signals) {
    throw new DomainError("unavailable", "sandbox.fault", "The sandbox could not judge an idle page.");
  }
  const idle = new Set(signals.checks.filter((check) => check.passed).map((check) => check.id));
  if (idle.size > 0) deps.logger.info({ runId, checks: [...idle] }, "checks that an idle page passes were dropped");
  return checks.filter((check) => !idle.has(check.id));
}
