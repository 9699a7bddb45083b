/**
 * Sum of many floating-point numbers with an error that does not grow with their count.
 *
 * Neumaier's variant of Kahan's summation: the low-order part that each addition loses is collected and
 * added back at the end. Long sums of scores would otherwise depend on the order of the rows.
 *
 * @param values  any number of finite values, any unit.
 * @returns Σ values, same unit; 0 for no values.
 * @source A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974).
 */
export function compensatedSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
