import type { ScoreView } from "#server/pipeline/scoring/schema.ts";

/** n₀, z and σ of the published formula (design §6), for showing it; the numbers themselves come from the server. */
export const FORMULA = { prior: 10, z: 2, sigma: Math.sqrt(13 / 54) } as const;

export type ScoreSteps = {
  /** n: control assignments that count. */
  readonly counted: number;
  /** Skips within the allowance: they count nowhere. */
  readonly freeSkips: number;
  /** Σ sᵢ over counted assignments; what expired or was skipped beyond the allowance adds 0. */
  readonly sumTau: number;
  /** z·σ / √(n + n₀): how far L lies below m. */
  readonly margin: number;
  /** max(0, L − b). */
  readonly excess: number;
};

/**
 * What stands between a score's stored numbers. n follows from m and L alone, n = (zσ / (m − L))² − n₀,
 * so that what is shown always fits what was stored, whatever the rule for skips was when it was.
 */
export function stepsOf(score: ScoreView): ScoreSteps {
  const margin = score.shrunkMean - score.lowerBound;
  const counted = Math.max(0, Math.round(((FORMULA.z * FORMULA.sigma) / margin) ** 2 - FORMULA.prior));
  const assignments = score.controlAnswers + score.expired + score.skipped;
  return {
    counted,
    freeSkips: Math.max(0, assignments - counted),
    sumTau: score.meanTau * score.controlAnswers,
    margin,
    excess: Math.max(0, score.lowerBound - score.baseline),
  };
}
