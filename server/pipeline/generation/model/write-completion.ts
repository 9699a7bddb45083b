import type { InteractionCheck, Source } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";

import { failuresOf, tryBuild, type BuiltSource } from "../import-library.ts";
import { askStep, type ProblemRun } from "./ask-step.ts";
import type { TypeDiagnostic } from "./ports.ts";
import { type Judgement, repairUntilAccepted } from "./repair-loop.ts";
import {
  type CompletionDraft,
  completionDraftSchema,
  type ProblemDraft,
  repairDraftSchema,
  sourceOf,
} from "./schema.ts";

const OUTPUT_TOKENS_MAX = 16_000;
/** Faults told in one round: the first ones explain most of the others. */
const FAULTS_MAX = 12;

export type WrittenCompletion = BuiltSource & {
  readonly title: string;
  readonly source: Source;
  /** The model that wrote the accepted text: the last one, when it was repaired by another. */
  readonly model: string;
};

/** One design of a problem: written, judged by the sandbox, repaired. Null when it did not come to stand. */
export async function writeCompletion(
  run: ProblemRun,
  problem: ProblemDraft,
  input: { readonly number: number; readonly direction: string },
): Promise<WrittenCompletion | null> {
  const key = `completion-${input.number}`;
  const assignment = problem.prompt.en;
  const first = await askStep(run, {
    key,
    prompt: "completion",
    values: { assignment, direction: input.direction, entry: "index.tsx" },
    schema: completionDraftSchema,
    maxOutputTokens: OUTPUT_TOKENS_MAX,
  });
  if (!first) return null;
  type Attempt = { readonly draft: CompletionDraft; readonly model: string };
  const outcome = await repairUntilAccepted<Attempt, WrittenCompletion>(
    { draft: first.value, model: first.model },
    {
      roundsMax: run.deps.repairRoundsMax,
      judge: async ({ draft, model }) => judgeDraft(run, problem.checks, draft, model),
      async repair({ draft }, faults, round) {
        const answer = await askStep(run, {
          key: `${key}/repair-${round}`,
          prompt: "repair",
          values: { assignment, entry: draft.entry, source: draft.content, faults: faults.join("\n") },
          schema: repairDraftSchema,
          maxOutputTokens: OUTPUT_TOKENS_MAX,
        });
        return answer && { draft: answer.value, model: answer.model };
      },
    },
  );
  run.deps.logger.debug({ runId: run.runId, key, rounds: outcome.rounds, ok: outcome.accepted !== null }, "completion");
  return outcome.accepted;
}

/** Weights are apart by more than what can be counted below them. */
const DOES_NOT_BUILD = 1_000_000;
const DOES_NOT_STAND = 10_000;

async function judgeDraft(
  { deps }: ProblemRun,
  checks: readonly InteractionCheck[],
  draft: CompletionDraft,
  model: string,
): Promise<Judgement<WrittenCompletion>> {
  const source = sourceOf(draft);
  // Types are told, not judged: a wrong type in an interface that works is nothing a labeller can see.
  const types = draft.entry === "index.tsx" ? ((await deps.types.check(draft.content)) ?? []) : [];
  const built = await tryBuild(deps, source);
  if (!built.ok) {
    const found = built.findings.map(({ code, message, line }) => `bundler, line ${line ?? "?"}: ${code}: ${message}`);
    return { ok: false, weight: DOES_NOT_BUILD + found.length, faults: told(found, types) };
  }
  const verification = await deps.verify({ documentHash: built.documentHash, checks });
  if (verification.verdict === "sandbox-fault") {
    // Says nothing about the document, so nothing is repaired and nobody is blamed.
    throw new DomainError("unavailable", "sandbox.fault", "The sandbox could not judge a completion.");
  }
  const failures = failuresOf(verification);
  if (failures.length > 0) {
    const weight = verification.verdict === "pass" ? failures.length : DOES_NOT_STAND;
    return {
      ok: false,
      weight,
      faults: told(
        failures.map((failure) => explain(failure, checks)),
        types,
      ),
    };
  }
  const { sourceHash, documentHash } = built;
  return { ok: true, accepted: { sourceHash, documentHash, source, title: draft.title, model } };
}

/** A failed check with what it says must hold: its id alone means nothing to the author. */
function explain(failure: string, checks: readonly InteractionCheck[]): string {
  const check = checks.find(({ id }) => failure.startsWith(`${id}: `));
  return check ? `check failed: ${check.says} (${failure.slice(check.id.length + 2)})` : `in the browser: ${failure}`;
}

function told(faults: readonly string[], types: readonly TypeDiagnostic[]): string[] {
  const typed = types.map(({ line, code, message }) => `TypeScript, line ${line}: ${code}: ${message}`);
  return [...faults.slice(0, FAULTS_MAX), ...typed.slice(0, FAULTS_MAX)];
}
