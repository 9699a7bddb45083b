/** A CSS value cut at white space and commas outside parentheses; joined, the pieces give the value back. */
export function cssPieces(value: string): string[] {
  const pieces: string[] = [];
  let current = "";
  let depth = 0;
  for (const character of value) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth === 0 && (character === "," || character.trim() === "")) {
      pieces.push(current, character);
      current = "";
    } else {
      current += character;
    }
  }
  return [...pieces, current].filter((piece) => piece !== "");
}

/** Rewrites each piece; null leaves it. The result is null when nothing was rewritten. */
export function mapPieces(value: string, rewrite: (piece: string) => string | null): string | null {
  let changed = false;
  const mapped = cssPieces(value).map((piece) => {
    const rewritten = rewrite(piece);
    if (rewritten !== null && rewritten !== piece) changed = true;
    return rewritten ?? piece;
  });
  return changed ? mapped.join("") : null;
}

export type Dimension = { readonly amount: number; readonly unit: string };

/** `1.25rem` → 1.25, `rem`. A bare number has an empty unit. */
export function dimensionOf(piece: string): Dimension | null {
  let end = 0;
  while (end < piece.length && "+-.0123456789".includes(piece.charAt(end))) end += 1;
  const amount = Number(piece.slice(0, end));
  const unit = piece.slice(end);
  const unitIsWord = [...unit].every((letter) => (letter >= "a" && letter <= "z") || letter === "%");
  return end > 0 && Number.isFinite(amount) && unitIsWord ? { amount, unit } : null;
}

export function formatDimension({ amount, unit }: Dimension): string {
  return `${Number(amount.toFixed(3))}${unit}`;
}

/** Scales every length of a value; percentages and bare numbers other than `keepBare` allows stay. */
export function scaleLengths(value: string, factor: number, units: readonly string[]): string | null {
  return mapPieces(value, (piece) => {
    const dimension = dimensionOf(piece);
    if (!dimension || dimension.amount === 0 || !units.includes(dimension.unit)) return null;
    return formatDimension({ amount: dimension.amount * factor, unit: dimension.unit });
  });
}
