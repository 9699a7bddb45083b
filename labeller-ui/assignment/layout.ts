/** How the interfaces are arranged: all four, one at a time, or two side by side. */
export const LAYOUTS = ["grid", "focus", "pair"] as const;
export type Layout = (typeof LAYOUTS)[number];

const KEY = "dojo-layout";
const isLayout = (value: string | null): value is Layout => LAYOUTS.some((layout) => layout === value);

/** Below this width four interfaces would be four thumbnails. */
export const GRID_FROM_PX = 1_200;

/** The person's choice on this device, else what fits the window. */
export function rememberedLayout(width: number): Layout {
  try {
    const remembered = localStorage.getItem(KEY);
    if (isLayout(remembered) && (remembered !== "grid" || width >= GRID_FROM_PX)) return remembered;
  } catch {
    // Storage may be closed to us; then nothing is remembered.
  }
  return width >= GRID_FROM_PX ? "grid" : "focus";
}

export function rememberLayout(layout: Layout): void {
  try {
    localStorage.setItem(KEY, layout);
  } catch {
    // See above.
  }
}

/** Positions on the screen. In a pair the first is pinned. */
export function shownPositions(layout: Layout, count: number, current: number, pinned: number): number[] {
  if (layout === "grid") return Array.from({ length: count }, (_, position) => position);
  if (layout === "pair") return pinned === current ? [pinned, (pinned + 1) % count] : [pinned, current];
  return [current];
}
