/** A straight line from values to pixels. */
export type Scale = { readonly from: number; readonly to: number; readonly at: (value: number) => number };

export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [from, to] = domain;
  const [start, end] = range;
  const span = to - from === 0 ? 1 : to - from;
  return { from, to, at: (value) => start + ((value - from) / span) * (end - start) };
}

/** Steps at which people read an axis: 1, 2 or 5 times a power of ten. */
export function niceStep(span: number, wanted: number): number {
  const raw = span / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(raw));
  const multiple = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return multiple * power;
}

/** Round values inside a domain, at most about `wanted` of them. */
export function ticksOf(domain: readonly [number, number], wanted: number): number[] {
  const [from, to] = domain;
  if (!(to > from)) return [from];
  const step = niceStep(to - from, wanted);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Counted in whole steps: adding 0.1 ten times does not give 1.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** The smallest domain of whole steps around the values. */
export function niceDomain(values: readonly number[], wanted: number): [number, number] {
  const from = Math.min(...values);
  const to = Math.max(...values);
  if (!(to > from)) return [from, from + 1];
  const step = niceStep(to - from, wanted);
  return [Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step];
}
