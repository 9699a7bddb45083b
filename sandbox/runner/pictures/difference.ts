import type { Fingerprint } from "./fingerprint.ts";

/** Colour distance (of luma, Cb, Cr) at which two cells have nothing in common. White text on white to body text is 60. */
const TONE_RANGE = 96;
/** Textures below this are noise of anti-aliasing. */
const TEXTURE_FLOOR = 8;
/** Content this far from the background, or this textured, has full weight. */
const SALIENCE_RANGE = 48;
/** Weight of a cell that is background in both pictures: enough for a change of the background itself to count. */
const BACKGROUND_WEIGHT = 0.05;
/** Stabilisers of the structural similarity, (0.01 · 255)² and (0.03 · 255)². */
const C1 = 6.5025;
const C2 = 58.5225;

type Cell = { luminance: number; blue: number; red: number; texture: number };

function cellAt(print: Fingerprint, index: number): Cell {
  return {
    luminance: print.luminance[index] ?? 0,
    blue: print.blue[index] ?? 0,
    red: print.red[index] ?? 0,
    texture: print.texture[index] ?? 0,
  };
}

function toneDistance(a: Cell, b: Cell): number {
  return Math.hypot(a.luminance - b.luminance, a.blue - b.blue, a.red - b.red);
}

/** The commonest colour of untextured cells, in steps of 8: what the page is painted on. */
function backgroundOf(print: Fingerprint): Cell {
  const counts = new Map<string, { count: number; cell: Cell }>();
  for (let index = 0; index < print.luminance.length; index += 1) {
    const cell = cellAt(print, index);
    if (cell.texture > TEXTURE_FLOOR) continue;
    const key = [cell.luminance, cell.blue, cell.red].map((value) => Math.round(value / 8)).join();
    const entry = counts.get(key) ?? { count: 0, cell };
    entry.count += 1;
    counts.set(key, entry);
  }
  let best = { count: 0, cell: { luminance: 255, blue: 0, red: 0, texture: 0 } };
  for (const entry of counts.values()) if (entry.count > best.count) best = entry;
  return best.cell;
}

/** The shorter picture is continued with its own background, as a page that ends earlier looks. */
function padded(print: Fingerprint, rows: number, background: Cell): Fingerprint {
  if (print.rows >= rows) return print;
  const extend = (values: Float32Array, fill: number) => {
    const longer = new Float32Array(print.columns * rows).fill(fill);
    longer.set(values);
    return longer;
  };
  return {
    columns: print.columns,
    rows,
    luminance: extend(print.luminance, background.luminance),
    blue: extend(print.blue, background.blue),
    red: extend(print.red, background.red),
    texture: extend(print.texture, 0),
  };
}

/** Structural similarity (Wang et al. 2004) of the luminance in the 3 × 3 cells around one, −1…1. */
function similarityAround(a: Fingerprint, b: Fingerprint, row: number, column: number): number {
  let n = 0;
  let sumA = 0;
  let sumB = 0;
  let sumAA = 0;
  let sumBB = 0;
  let sumAB = 0;
  for (let y = Math.max(0, row - 1); y <= Math.min(a.rows - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(a.columns - 1, column + 1); x += 1) {
      const va = a.luminance[y * a.columns + x] ?? 0;
      const vb = b.luminance[y * a.columns + x] ?? 0;
      n += 1;
      sumA += va;
      sumB += vb;
      sumAA += va * va;
      sumBB += vb * vb;
      sumAB += va * vb;
    }
  }
  const meanA = sumA / n;
  const meanB = sumB / n;
  const varianceA = Math.max(0, sumAA / n - meanA * meanA);
  const varianceB = Math.max(0, sumBB / n - meanB * meanB);
  const covariance = sumAB / n - meanA * meanB;
  return (
    ((2 * meanA * meanB + C1) * (2 * covariance + C2)) /
    ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2))
  );
}

/**
 * How different two screenshots of the same width look to a person, 0 (same) … 1 (nothing in common).
 *
 * Both are reduced to 64 columns of square cells, so that shifts of a few pixels and anti-aliasing do not
 * count. For each cell c three differences in 0…1 are taken:
 *
 *     tone      = min(1, ‖(Y, Cb, Cr)_a − (Y, Cb, Cr)_b‖ / 96)
 *     texture   = |σ_a − σ_b| / max(σ_a, σ_b, 8)              σ: deviation of the luminance within c
 *     structure = (1 − SSIM_3×3(Y_a, Y_b)) / 2
 *     δ(c)      = 1 − (1 − tone)(1 − texture)(1 − structure)
 *
 * and averaged with weights w(c) = 0.05 + min(1, max over both of (σ + ‖colour − background‖) / 48). The
 * background is the commonest colour of each picture. Without the weights the empty part of a page, most
 * of it, would make any two pages alike. A shorter picture is padded with its background.
 *
 * Symmetric; 0 exactly for equal pictures. O(cells).
 */
export function pictureDifference(first: Fingerprint, second: Fingerprint): number {
  const backgroundA = backgroundOf(first);
  const backgroundB = backgroundOf(second);
  const rows = Math.max(first.rows, second.rows);
  const a = padded(first, rows, backgroundA);
  const b = padded(second, rows, backgroundB);
  let weighted = 0;
  let weights = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < a.columns; column += 1) {
      const index = row * a.columns + column;
      const cellA = cellAt(a, index);
      const cellB = cellAt(b, index);
      const tone = Math.min(1, toneDistance(cellA, cellB) / TONE_RANGE);
      const texture = Math.abs(cellA.texture - cellB.texture) / Math.max(cellA.texture, cellB.texture, TEXTURE_FLOOR);
      const structure = Math.max(0, 1 - similarityAround(a, b, row, column)) / 2;
      const salience = Math.max(
        cellA.texture + toneDistance(cellA, backgroundA),
        cellB.texture + toneDistance(cellB, backgroundB),
      );
      const weight = BACKGROUND_WEIGHT + Math.min(1, salience / SALIENCE_RANGE);
      weights += weight;
      weighted += weight * (1 - (1 - tone) * (1 - texture) * (1 - structure));
    }
  }
  return weights === 0 ? 0 : Math.min(1, Math.max(0, weighted / weights));
}
