import { interactionCheckSchema } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";

import { checksOf, failuresOf, type VerifiedBase } from "./import-library.ts";
import { loadSource } from "./load-source.ts";
import type { GenerationDeps } from "./ports.ts";
import { findProblem, listBases, type StoredBase } from "./repository.ts";

/** A problem that is in the database already, with its bases; each is verified again, mostly from the cache. */
export async function loadStoredProblem(
  deps: GenerationDeps,
  slug: string,
): Promise<{ problemId: string; bases: VerifiedBase[] }> {
  const problem = await findProblem(deps.db.sql, slug);
  if (!problem) throw new DomainError("not-found", "problem.unknown", `There is no problem “${slug}”.`);
  const checks = interactionCheckSchema.array().parse(problem.checks);
  const bases = await listBases(deps.db.sql, problem.id);
  const verified = await Promise.all(bases.map((base) => loadBase(deps, checksOf(checks, base.checkSteps), base)));
  return { problemId: problem.id, bases: verified };
}

async function loadBase(deps: GenerationDeps, checks: VerifiedBase["checks"], base: StoredBase): Promise<VerifiedBase> {
  const source = await loadSource(deps, base.sourceHash);
  const verification = await deps.verify({ documentHash: base.documentHash, checks });
  const failures = failuresOf(verification);
  if (failures.length > 0) {
    const message = `A stored design fails verification: ${failures.join("; ")}`;
    throw new DomainError("invalid", "completion.base-fails", message);
  }
  return { completionId: base.completionId, origin: base.origin, source, checks, verification };
}
