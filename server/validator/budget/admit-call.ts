/** What a limit covers, narrowest first: one problem with its completions, one run, one calendar month (UTC). */
export const BUDGET_SCOPES = ["task", "run", "month"] as const;
export type BudgetScope = (typeof BUDGET_SCOPES)[number];

/** Micro-dollars by scope. */
export type BudgetAmounts = Readonly<Record<BudgetScope, number>>;

/**
 * Whether a call may be made: for every scope, what is booked already plus the call's worst-case price must stay
 * within the limit. Booked is the price of calls that ended and the worst-case price of calls under way, so calls
 * that run at the same time cannot exceed a limit together.
 *
 * @param priceMicro  worst-case price of the call, a whole number ≥ 0.
 * @param booked      what is booked in each scope, without this call.
 * @param limits      limit of each scope; equal is within.
 * @returns null when the call may be made, else the narrowest scope that refuses it.
 */
export function refusingScope(priceMicro: number, booked: BudgetAmounts, limits: BudgetAmounts): BudgetScope | null {
  return BUDGET_SCOPES.find((scope) => booked[scope] + priceMicro > limits[scope]) ?? null;
}
