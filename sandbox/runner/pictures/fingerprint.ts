import { PNG } from "pngjs";

/** Columns of a fingerprint. Rows follow from the height: cells are square, 20 px wide at 1280 px. */
export const COLUMNS = 64;

/** One number per cell and property; all in 0…255. `columns · rows` cells in reading order. */
export type Fingerprint = {
  readonly columns: number;
  readonly rows: number;
  /** Mean luminance (Rec. 601 luma). */
  readonly luminance: Float32Array;
  /** Mean blue and red colour difference, 0 for grey; in −128…128. */
  readonly blue: Float32Array;
  readonly red: Float32Array;
  /** Standard deviation of the luminance inside the cell: text and edges have it, surfaces do not. */
  readonly texture: Float32Array;
};

type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Colour channels of one cell, summed. */
type Sums = { luma: number; lumaSquared: number; blue: number; red: number; count: number };

function sumCell(pixels: Pixels, left: number, top: number, right: number, bottom: number): Sums {
  const { data, width } = pixels;
  const sums: Sums = { luma: 0, lumaSquared: 0, blue: 0, red: 0, count: 0 };
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4;
      const r = data[at] ?? 0;
      const g = data[at + 1] ?? 0;
      const b = data[at + 2] ?? 0;
      const luma = 0.299 * r + 0.587 * g + 0.114 * b;
      sums.luma += luma;
      sums.lumaSquared += luma * luma;
      sums.blue += b - luma;
      sums.red += r - luma;
      sums.count += 1;
    }
  }
  return sums;
}

/** Binomial 3 × 3 blur, edges repeated: halves the effect of a shift by one pixel, a sixteenth of a cell. */
function blurred(values: Float32Array, columns: number, rows: number): Float32Array {
  const at = (row: number, column: number) =>
    values[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))] ?? 0;
  const across = (row: number, column: number) => at(row, column - 1) + 2 * at(row, column) + at(row, column + 1);
  return values.map((_value, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    return (across(row - 1, column) + 2 * across(row, column) + across(row + 1, column)) / 16;
  });
}

/** Reduces RGBA pixels to a blurred fingerprint. Linear in the number of pixels: 5 CPU-ms for 1280 × 800. */
export function fingerprintOf(pixels: Pixels): Fingerprint {
  const cell = pixels.width / COLUMNS;
  const rows = Math.max(1, Math.ceil(pixels.height / cell));
  const size = COLUMNS * rows;
  const make = () => new Float32Array(size);
  const print = { luminance: make(), blue: make(), red: make(), texture: make() };
  for (let row = 0; row < rows; row += 1) {
    const top = Math.min(Math.floor(row * cell), pixels.height - 1);
    const bottom = Math.max(top + 1, Math.min(Math.floor((row + 1) * cell), pixels.height));
    for (let column = 0; column < COLUMNS; column += 1) {
      const left = Math.min(Math.floor(column * cell), pixels.width - 1);
      const right = Math.max(left + 1, Math.min(Math.floor((column + 1) * cell), pixels.width));
      const sums = sumCell(pixels, left, top, right, bottom);
      const mean = sums.luma / sums.count;
      const index = row * COLUMNS + column;
      print.luminance[index] = mean;
      print.blue[index] = (0.564 * sums.blue) / sums.count;
      print.red[index] = (0.713 * sums.red) / sums.count;
      print.texture[index] = Math.sqrt(Math.max(0, sums.lumaSquared / sums.count - mean * mean));
    }
  }
  const blur = (values: Float32Array) => blurred(values, COLUMNS, rows);
  return {
    columns: COLUMNS,
    rows,
    luminance: blur(print.luminance),
    blue: blur(print.blue),
    red: blur(print.red),
    texture: blur(print.texture),
  };
}

/** Fingerprint of a PNG file: 27 CPU-ms for 1280 × 800, most of it for decoding. */
export function fingerprintOfPng(png: Uint8Array): Fingerprint {
  return fingerprintOf(PNG.sync.read(Buffer.from(png.buffer, png.byteOffset, png.byteLength)));
}

/** Standard deviation of the luminance over the cells: 0 for a blank page, 1.3 for one lone button. */
export function luminanceDeviation({ luminance }: Fingerprint): number {
  const mean = luminance.reduce((sum, value) => sum + value, 0) / luminance.length;
  return Math.sqrt(luminance.reduce((sum, value) => sum + (value - mean) ** 2, 0) / luminance.length);
}
