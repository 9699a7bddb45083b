import type { Finding, InteractionCheck, Source, Verification } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";
import { sha256Hex } from "#server/platform/hashing.ts";

import { type LibraryBase, type LibraryProblem, readLibraryProblem } from "./library.ts";
import type { GenerationDeps } from "./ports.ts";
import { insertCompletion, upsertProblem } from "./repository.ts";
import { checkStepsSchema } from "./schema.ts";
import { indexMissing } from "./uniqueness/index-missing.ts";
import { indexSubject } from "./uniqueness/service.ts";
import { printWork } from "./uniqueness/work-prints.ts";

/** A base that has passed: what its variants are measured against. */
export type VerifiedBase = {
  completionId: string;
  /** Who wrote it: `library`, or `model:` and a name. Its variants inherit it. */
  origin: string;
  source: Source;
  checks: readonly InteractionCheck[];
  verification: Verification;
};

const LIBRARY = "library";

/** The problem's checks with the steps that this design overrides. */
export function checksOf(
  problemChecks: readonly InteractionCheck[],
  overrides: Record<string, unknown>,
): InteractionCheck[] {
  const steps = checkStepsSchema.parse(overrides);
  return problemChecks.map((check) => ({ ...check, steps: steps[check.id] ?? check.steps }));
}

/**
 * Brings one bundled problem into the database: every base is built and verified, and a base that
 * fails anything is refused by name instead of becoming a bad yardstick. So is a problem or a base that copies another.
 */
export async function importLibraryProblem(
  deps: GenerationDeps,
  slug: string,
): Promise<{ problemId: string; bases: VerifiedBase[] }> {
  return importProblem(deps, readLibraryProblem(slug));
}

/** The same for a problem that has been read. */
export async function importProblem(
  deps: GenerationDeps,
  { file, bases }: LibraryProblem,
): Promise<{ problemId: string; bases: VerifiedBase[] }> {
  requireDistinct(bases);
  await indexMissing(deps);
  const print = await printWork(deps, { kind: "problem", prompts: file.prompt });
  const problemId = await deps.db.withTransaction(async (sql) => {
    const contentHash = sha256Hex(JSON.stringify(file));
    const id = await upsertProblem(sql, { ...file, origin: LIBRARY, contentHash });
    await indexSubject(sql, { kind: "problem", id }, print, `The problem “${file.slug}”`);
    return id;
  });
  const verified = await Promise.all(bases.map((base) => importBase(deps, problemId, file.checks, base)));
  return { problemId, bases: verified };
}

/** Two bases with one source would become one completion, and nobody would notice: the index sees a work come back. */
function requireDistinct(bases: readonly LibraryBase[]): void {
  for (const [index, base] of bases.entries()) {
    const same = bases.slice(0, index).find(({ source }) => JSON.stringify(source) === JSON.stringify(base.source));
    if (!same) continue;
    const message = `“${base.title}” (${base.slug}) has the same content as “${same.title}” (${same.slug}).`;
    throw new DomainError("conflict", "uniqueness.exact-copy", message);
  }
}

async function importBase(
  deps: GenerationDeps,
  problemId: string,
  problemChecks: readonly InteractionCheck[],
  base: LibraryBase,
): Promise<VerifiedBase> {
  const checks = checksOf(problemChecks, base.steps);
  const built = await buildSource(deps, base.source);
  const verification = await deps.verify({ documentHash: built.documentHash, checks });
  const failures = failuresOf(verification);
  if (failures.length > 0) {
    throw new DomainError(
      "invalid",
      "library.base-fails",
      `Base ${base.slug} fails verification: ${failures.join("; ")}`,
    );
  }
  const print = await printWork(deps, { kind: "completion", files: base.source.files });
  const completionId = await deps.db.withTransaction(async (sql) => {
    const id = await insertCompletion(sql, {
      problemId,
      baseId: null,
      origin: LIBRARY,
      title: base.title,
      sourceHash: built.sourceHash,
      documentHash: built.documentHash,
      checkSteps: base.steps,
    });
    await indexSubject(sql, { kind: "completion", id }, print, `“${base.title}” (${base.slug})`);
    return id;
  });
  return { completionId, origin: LIBRARY, source: base.source, checks, verification };
}

/** What is wrong with a base, in words; nothing when it may be used. */
export function failuresOf(verification: Verification): string[] {
  if (verification.verdict !== "pass" || !verification.signals) return [verification.reason ?? verification.verdict];
  const { errors, checks, axe } = verification.signals;
  return [
    ...errors.map((error) => `error: ${error}`),
    ...checks.filter((check) => !check.passed).map((check) => `${check.id}: ${check.message ?? "failed"}`),
    ...axe.filter((rule) => rule.impact === "serious" || rule.impact === "critical").map((rule) => `axe ${rule.id}`),
  ];
}

/** Builds a source and stores it beside its document. */
export async function buildSource(
  deps: Pick<GenerationDeps, "sandbox" | "objects">,
  source: Source,
): Promise<BuiltSource> {
  const built = await tryBuild(deps, source);
  if (built.ok) return built;
  const [finding] = built.findings;
  throw new DomainError(
    "invalid",
    "completion.does-not-build",
    finding ? `${finding.code}: ${finding.message}` : "does not build",
  );
}

export type BuiltSource = { readonly sourceHash: string; readonly documentHash: string };

/** The same, with everything the bundler found for whoever wants to repair it. */
export async function tryBuild(
  deps: Pick<GenerationDeps, "sandbox" | "objects">,
  source: Source,
): Promise<({ readonly ok: true } & BuiltSource) | { readonly ok: false; readonly findings: readonly Finding[] }> {
  const built = await deps.sandbox.build({ source });
  if (!built.ok) return built;
  const sourceHash = await deps.objects.put(new TextEncoder().encode(JSON.stringify(source)));
  return { ok: true, sourceHash, documentHash: built.documentHash };
}
