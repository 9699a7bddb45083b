import { DomainError } from "#server/errors.ts";

import { DRIFT_MAX, disguise } from "../degradation/decoys.ts";
import { parseInterface, printInterface } from "../degradation/interface-tree.ts";
import { EDITS_PER_COMPLETION } from "../degradation/plan.ts";
import { sizeOf } from "../degradation/size.ts";
import { buildSource, type VerifiedBase } from "../import-library.ts";
import { keyedChance } from "../keyed-chance.ts";
import { effectOf } from "../measure-variants.ts";
import { insertVariant } from "../repository.ts";
import type { Edit } from "../schema.ts";
import { askStep, type ProblemRun } from "./ask-step.ts";
import { degradationDraftSchema } from "./schema.ts";

const OUTPUT_TOKENS_MAX = 16_000;

/** What a level means in words. Which level it becomes is measured; this is only what is asked for. */
const SEVERITIES = {
  1: "light: one or two flaws that a careful person notices after a while",
  2: "medium: two or three flaws that most people notice while using it",
  3: "heavy: the point of the interface is clearly harmed, though it still starts and looks finished",
} as const;
export type AimedSeverity = keyof typeof SEVERITIES;

/**
 * A variant whose mistakes a model made. It is printed and disguised among decoys like one of an operator, measured by the
 * sandbox against its base, and stored with what was measured: what the model was asked for decides nothing.
 * @returns its measured effect in thousandths, or null when nothing usable came of it.
 */
export async function writeDegradation(
  run: ProblemRun,
  problemId: string,
  base: VerifiedBase,
  input: { readonly key: string; readonly severity: AimedSeverity },
): Promise<number | null> {
  const { deps } = run;
  const content = base.source.files[0]?.content ?? "";
  const answer = await askStep(run, {
    key: `${input.key}/degradation-${input.severity}`,
    prompt: "degradation",
    values: { severity: SEVERITIES[input.severity], entry: base.source.entry, source: content },
    schema: degradationDraftSchema,
    maxOutputTokens: OUTPUT_TOKENS_MAX,
  });
  const seed = `${run.runId}/${run.index}/${input.key}/${input.severity}`;
  const made = answer && disguised(base, answer.value.content, answer.value.mistakes.length, seed);
  const reference = base.verification.signals;
  if (!answer || !made || !reference) return null;

  const built = await buildSource(deps, made.source).catch(unlessUnavailable);
  if (!built) return null;
  const compareWith = reference.screenshots;
  const verification = await deps.verify({ documentHash: built.documentHash, checks: base.checks, compareWith });
  const effect = effectOf(reference, verification);
  if (!effect) return null;
  const mistakes = answer.value.mistakes.map(({ mistake, family, site }) => ({
    name: `model: ${mistake}`,
    family,
    site,
  }));
  await insertVariant(deps.db, {
    completion: {
      problemId,
      baseId: base.completionId,
      origin: `model:${answer.model}`,
      title: "",
      ...built,
      checkSteps: {},
    },
    seed,
    aimedLevel: input.severity,
    edits: [...mistakes, ...made.edits],
    effectMilli: effect.totalMilli,
    parts: effect.parts,
  });
  return effect.totalMilli;
}

/** The model's text in our print, among as many decoys as an operator's variant has; null when its size gives it away. */
function disguised(base: VerifiedBase, content: string, mistakes: number, seed: string) {
  const { entry } = base.source;
  try {
    const baseTree = parseInterface(base.source);
    const original = printInterface(baseTree);
    const edited = printInterface(parseInterface({ entry, files: [{ path: entry, content }] }));
    if (edited.files[0]?.content === original.files[0]?.content) return null; // nothing was done
    const baseSize = sizeOf(baseTree);
    const chance = keyedChance(`${seed}/${content}`);
    const { source, edits } = disguise(edited, baseSize, Math.max(1, EDITS_PER_COMPLETION - mistakes), chance);
    const size = sizeOf(parseInterface(source));
    const drifts = [size.chars / baseSize.chars - 1, size.nodes / baseSize.nodes - 1];
    if (drifts.some((drift) => Math.abs(drift) > DRIFT_MAX)) return null;
    const decoys: Edit[] = edits.map(({ name, site }) => ({ name, family: "decoy", site }));
    return { source, edits: decoys };
  } catch {
    return null; // it cannot be parsed
  }
}

function unlessUnavailable(error: unknown): null {
  if (error instanceof DomainError && error.kind !== "unavailable") return null;
  throw error;
}
