import { signalsSchema } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";

import type { Chance } from "../keyed-chance.ts";
import { loadSource } from "../load-source.ts";
import type { GenerationDeps } from "../ports.ts";
import { rerender } from "../rerender/rerender.ts";
import { type Features, featuresOf } from "./document-features.ts";
import type { EvaluatedVariant } from "./repository.ts";

/** A variant of the pool as some miner might be sent it. */
export type SampledVariant = {
  readonly completionId: string;
  readonly baseId: string;
  readonly effectMilli: number;
  readonly features: Features;
};

const SEED_BYTES = 64;

/** Writes a variant anew for an identity that does not exist, builds it as for a miner, and counts what can be counted. */
export async function sampleVariant(
  deps: GenerationDeps,
  variant: EvaluatedVariant,
  chance: Chance,
): Promise<SampledVariant> {
  const { completionId, baseId, effectMilli } = variant;
  const signals = signalsSchema.parse(variant.signals);
  const seed = Uint8Array.from({ length: SEED_BYTES }, () => chance.below(256));
  const built = await deps.sandbox.build({ source: rerender(await loadSource(deps, variant.sourceHash), seed) });
  if (!built.ok)
    throw new DomainError("invalid", "rendering.does-not-build", `A re-rendering of ${completionId} does not build.`);
  const [document, screenshot] = await Promise.all([
    deps.objects.get(built.documentHash),
    deps.objects.get(signals.screenshots["1280"] ?? ""),
  ]);
  if (!document || !screenshot)
    throw new DomainError("unavailable", "object.missing", `The object store has lost something of ${completionId}.`);
  return { completionId, baseId, effectMilli, features: featuresOf(document, signals, screenshot) };
}
