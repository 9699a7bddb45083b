import type { Finding, InteractionCheck, Source, Verification } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";
import { sha256Hex } from "#server/platform/hashing.ts";

import { type LibraryBase, readLibraryProblem } from "./library.ts";
import type { GenerationDeps } from "./ports.ts";
import { insertCompletion, upsertProblem } from "./repository.ts";
import { checkStepsSchema } from "./schema.ts";

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
 * fails anything is refused by name instead of becoming a bad yardstick.
 */
export async function importLibraryProblem(
  deps: GenerationDeps,
  slug: string,
): Promise<{ problemId: string; bases: VerifiedBase[] }> {
  const { file, bases } = readLibraryProblem(slug);
  const problemId = await upsertProblem(deps.db, {
    ...file,
    origin: LIBRARY,
    contentHash: sha256Hex(JSON.stringify(file)),
  });
  const verified = await Promise.all(bases.map((base) => importBase(deps, problemId, file.checks, base)));
  return { problemId, bases: verified };
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
  const completionId = await insertCompletion(deps.db, {
    problemId,
    baseId: null,
    origin: LIBRARY,
    title: base.title,
    sourceHash: built.sourceHash,
    documentHash: built.documentHash,
    checkSteps: base.steps,
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
