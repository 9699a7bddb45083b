import { randomInteger, type Rng } from "#server/validator/chance/rng.ts";
import { DomainError } from "#server/errors.ts";
import { compensatedSum } from "#server/validator/numbers/compensated-sum.ts";

/**
 * Shares of the effect scale, summing to 1, unitless. A page that does not work is worse than one that looks wrong, so
 * failed checks dominate; what only an inspector sees (console, axe) weighs least, because labellers cannot rank by it.
 */
export const EFFECT_WEIGHTS = {
  failedChecks: 0.62,
  difference: 0.22,
  newErrors: 0.08,
  newAxe: 0.05,
  newOverflow: 0.03,
} as const;

/**
 * Visual difference (0 … 1 per viewport) beyond which more counts nothing. At 0.35 a screenshot already looks like
 * another design, and another design is not a worse one.
 */
export const DIFFERENCE_FULL = 0.35;

/** Console errors beyond which more count nothing: a loop that logs is one fault, not hundreds. */
export const NEW_ERRORS_FULL = 3;

/** Elements in new axe violations beyond which more count nothing: one flaw repeated down a list is one flaw. */
export const NEW_AXE_FULL = 6;

/** Horizontal overflow, CSS px, beyond which more counts nothing: a third of a 375 px screen is already unusable. */
export const NEW_OVERFLOW_FULL_PX = 125;

/** Result of one interaction check. `weight`: how much a user would miss it, > 0. */
export type CheckOutcome = { readonly weight: number; readonly passed: boolean };

/** What the sandbox measured of a variant, against its undegraded base. */
export type EffectInput = {
  readonly checks: readonly CheckOutcome[];
  /** The base's results of the same checks in the same order. Left out: the base passed them all. */
  readonly baseChecks?: readonly CheckOutcome[];
  /** Perceptual difference to the base, 0 … 1, one per viewport. */
  readonly difference: readonly number[];
  /** Console errors and exceptions that the base does not have, a count. */
  readonly newErrors: number;
  /** Elements in axe violations that the base does not have, a count. */
  readonly newAxe: number;
  /** CSS px by which the variant overflows more than the base, in the worst viewport. */
  readonly newOverflowPx: number;
};

/** Share of the effect that each signal adds, by name of `EFFECT_WEIGHTS`; each in [0, its weight]. */
export type EffectParts = { readonly [part in keyof typeof EFFECT_WEIGHTS]: number };

/**
 * How much worse a variant is than its base, measured.
 *
 * total = 0.62·F + 0.22·sat(D / 0.35) + 0.08·sat(E / 3) + 0.05·sat(A / 6) + 0.03·sat(O / 125 px), sat(x) = min(1, x).
 * F is the failed share of the weight of those checks *that the base passes* (a check the base fails says nothing about
 * the degradation), D the mean visual difference over viewports, E, A, O new errors, axe elements and overflow.
 * Saturation is piecewise linear, not exponential: the same bits in every engine.
 *
 * @param input  what was measured; counts and px ≥ 0, differences in [0, 1].
 * @returns `total` in [0, 1], `totalMilli` the same in whole thousandths (what is stored and committed), `parts`.
 * @throws {DomainError} `effect.bad-input` for numbers out of range, `effect.checks-differ` when base and variant were not
 *   checked alike, `effect.no-checks` when the base passes none: most of the effect would be unmeasured.
 */
export function measuredEffect(input: EffectInput): { total: number; totalMilli: number; parts: EffectParts } {
  requireInRange(input);
  const difference = compensatedSum(input.difference) / input.difference.length;
  const parts: EffectParts = {
    failedChecks: EFFECT_WEIGHTS.failedChecks * failedShare(input.checks, input.baseChecks),
    difference: EFFECT_WEIGHTS.difference * Math.min(1, difference / DIFFERENCE_FULL),
    newErrors: EFFECT_WEIGHTS.newErrors * Math.min(1, input.newErrors / NEW_ERRORS_FULL),
    newAxe: EFFECT_WEIGHTS.newAxe * Math.min(1, input.newAxe / NEW_AXE_FULL),
    newOverflow: EFFECT_WEIGHTS.newOverflow * Math.min(1, input.newOverflowPx / NEW_OVERFLOW_FULL_PX),
  };
  // The weights add up to 1 only up to rounding of their last bits.
  const total = Math.min(1, compensatedSum(Object.values(parts)));
  return { total, totalMilli: Math.round(1000 * total), parts };
}

function failedShare(checks: readonly CheckOutcome[], baseChecks: readonly CheckOutcome[] | undefined): number {
  if (baseChecks && !sameChecks(checks, baseChecks)) {
    throw new DomainError("invalid", "effect.checks-differ", "base and variant did not run the same checks");
  }
  const informative = checks.filter((_check, index) => baseChecks?.[index]?.passed ?? true);
  const weight = compensatedSum(informative.map((check) => check.weight));
  if (weight === 0) throw new DomainError("invalid", "effect.no-checks", "the base passes no interaction check");
  return compensatedSum(informative.filter((check) => !check.passed).map((check) => check.weight)) / weight;
}

function sameChecks(checks: readonly CheckOutcome[], baseChecks: readonly CheckOutcome[]): boolean {
  return checks.length === baseChecks.length && checks.every((c, index) => c.weight === baseChecks[index]?.weight);
}

function requireInRange(input: EffectInput): void {
  const { difference, newErrors, newAxe, newOverflowPx } = input;
  const fault =
    (difference.length === 0 && "no viewport was compared") ||
    (difference.some((d) => !(d >= 0 && d <= 1)) && `visual difference [${difference.join(", ")}]`) ||
    ([newErrors, newAxe, newOverflowPx].some((x) => !(x >= 0 && x < Infinity)) && "a count below 0 or not finite") ||
    (input.checks.some(({ weight }) => !(weight > 0 && weight < Infinity)) && "a check weight not above 0");
  if (fault) throw new DomainError("invalid", "effect.bad-input", fault);
}

/** Effects that count as one level of degradation, thousandths of the effect scale, both ends included. */
export type LevelBand = { readonly level: number; readonly fromMilli: number; readonly toMilli: number };

/** Levels of a control task: 0 is as good as the base, 3 is worst. As many as completions are shown. */
export const LEVELS = 4;

/**
 * Largest effect of level 0, thousandths. Not 0: level 0 carries neutral decoy edits, and re-rendering alone moves
 * pixels; 30 is below one failed check of weight 1 among twenty.
 */
export const LEVEL_0_TO_MILLI = 30;

/** Gap between two bands, thousandths. Without it two levels could differ by less than the measurement does. */
export const BAND_MARGIN_MILLI = 40;

/**
 * Where each level may begin, thousandths. Measured on bundled interfaces: one visible mistake has an effect of about
 * 130, two or three together 200 to 350, four or five 350 and more. The ranges are as wide as compositions of
 * operators can fill for every base of a task; a level 3 above 500 was reached by one composition in ten.
 */
export const LEVEL_FROM_MILLI = {
  1: { min: 70, max: 100 },
  2: { min: 200, max: 260 },
  3: { min: 340, max: 420 },
} as const;

/**
 * Bands of a new control task: four disjoint ranges of effect, unevenly spaced and different for every task.
 *
 * Level 0 is [0, 30]. Levels 1, 2 and 3 begin uniformly in their ranges, and each reaches up to the margin below the
 * next. Spacing that were the same everywhere would give the order away: whoever sees one large step would know that
 * it lies between two particular levels.
 *
 * @param rng  uniform in [0, 1); 3 draws. Cryptographic in use, since bands are secret until the round closes.
 * @returns four bands, ascending, disjoint, at least `BAND_MARGIN_MILLI` apart.
 */
export function levelBands(rng: Rng): LevelBand[] {
  const from1 = randomInteger(rng, LEVEL_FROM_MILLI[1].min, LEVEL_FROM_MILLI[1].max);
  const from2 = randomInteger(rng, LEVEL_FROM_MILLI[2].min, LEVEL_FROM_MILLI[2].max);
  const from3 = randomInteger(rng, LEVEL_FROM_MILLI[3].min, LEVEL_FROM_MILLI[3].max);
  return [
    { level: 0, fromMilli: 0, toMilli: LEVEL_0_TO_MILLI },
    { level: 1, fromMilli: from1, toMilli: from2 - BAND_MARGIN_MILLI },
    { level: 2, fromMilli: from2, toMilli: from3 - BAND_MARGIN_MILLI },
    { level: 3, fromMilli: from3, toMilli: 1000 },
  ];
}

/**
 * The level a measured effect belongs to.
 *
 * @param effectMilli  measured effect, thousandths.
 * @param bands        disjoint bands, as `levelBands` makes them.
 * @returns the level, or null when the effect lies between bands: such a variant is not used in this task.
 */
export function levelOf(effectMilli: number, bands: readonly LevelBand[]): number | null {
  const band = bands.find(({ fromMilli, toMilli }) => effectMilli >= fromMilli && effectMilli <= toMilli);
  return band ? band.level : null;
}
