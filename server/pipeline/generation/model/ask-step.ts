import type { z } from "zod";

import { DomainError } from "#server/errors.ts";

import { createCallMeter } from "./call-meter.ts";
import { findAnswer, keepAnswer } from "./call-repository.ts";
import type { ModelFailure, ModelPathDeps } from "./ports.ts";
import { loadPrompt, type PromptName } from "./prompt-files.ts";

/** One problem of a run: what its calls are booked on, and what ends them. */
export type ProblemRun = {
  readonly deps: ModelPathDeps;
  readonly runId: string;
  readonly index: number;
  readonly signal: AbortSignal;
  /** Tells those who watch what is being done; throws once somebody has asked the run to stop. */
  readonly report: (doing: string) => Promise<void>;
};

export type Step<Value> = {
  /** Names the step within the problem: `problem`, `completion-2`, `completion-2/repair-1`. */
  readonly key: string;
  readonly prompt: PromptName;
  readonly values: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<Value>;
  readonly maxOutputTokens: number;
};

export type StepAnswer<Value> = { readonly value: Value; readonly model: string };

/**
 * Asks a model once per step. An answer that was paid for is kept and used again when the job is repeated after a kill.
 * @returns null when no model gave a usable answer.
 * @throws {DomainError} when going on makes no sense: the budget is spent, the server does not answer or refuses us, or
 *   somebody has stopped the run.
 */
export async function askStep<Value>(run: ProblemRun, step: Step<Value>): Promise<StepAnswer<Value> | null> {
  const { deps, runId, signal } = run;
  const prompt = loadPrompt(step.prompt);
  const stepKey = `${run.index}/${step.key}`;
  const known = await recall(run, stepKey, prompt.hash, step.schema);
  if (known) return known;

  const purpose = {
    runId,
    taskKey: String(run.index),
    stepKey,
    purpose: step.prompt,
    promptVersion: prompt.version,
    promptHash: prompt.hash,
  };
  const answer = await deps.models.ask({
    name: step.prompt,
    messages: prompt.render(step.values),
    schema: step.schema,
    maxOutputTokens: step.maxOutputTokens,
    meter: createCallMeter(deps, deps.spending, purpose),
    signal,
  });
  if (!answer.ok) {
    deps.logger.info({ runId, step: stepKey, outcome: answer.outcome }, "a model gave no answer");
    return endOrGoOn(answer);
  }
  const kept = { value: answer.value, model: answer.model };
  const hash = await deps.objects.put(new TextEncoder().encode(JSON.stringify(kept)));
  await keepAnswer(deps.db.sql, answer.callId, hash);
  return kept;
}

async function recall<Value>(
  { deps, runId }: ProblemRun,
  stepKey: string,
  promptHash: string,
  schema: z.ZodType<Value>,
): Promise<StepAnswer<Value> | null> {
  const found = await findAnswer(deps.db.sql, { runId, stepKey, promptHash });
  const bytes = found && (await deps.objects.get(found.answerHash));
  if (!found || !bytes) return null;
  const kept: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const value = schema.safeParse(typeof kept === "object" && kept !== null && "value" in kept ? kept.value : null);
  return value.success ? { value: value.data, model: found.model } : null;
}

/** A model that declined or wrote nonsense is a fact about this step; everything else is about the whole run. */
function endOrGoOn({ outcome, message }: ModelFailure): null {
  switch (outcome) {
    case "over-budget":
      throw new DomainError("conflict", "model.over-budget", message);
    case "rejected":
      throw new DomainError("invalid", "model.rejected", message);
    case "cancelled":
      throw new DomainError("conflict", "job.cancelled", message);
    case "unavailable":
    case "timeout":
    case "rate-limited":
      throw new DomainError("unavailable", "model.unavailable", message);
    case "refused":
    case "filtered":
    case "truncated":
    case "too-large":
    case "malformed":
      return null;
  }
}
