/** What must be true before a label is worth sending. Shown as a checklist; measured by the page, never by the frames. */
export type PaneEvidence = { readonly ready: boolean; readonly visibleMs: number; readonly interactions: number };
export type GateItem = {
  readonly id: "ready" | "seen" | "used" | "ranked";
  readonly done: boolean;
  readonly missing: readonly number[];
};

const missing = (panes: readonly PaneEvidence[], holds: (pane: PaneEvidence) => boolean) =>
  panes.flatMap((pane, position) => (holds(pane) ? [] : [position]));

/**
 * The checklist of one assignment. `missing` names the positions that an item still waits for.
 * @param options.skipped  positions whose frame was stopped or is unusable: nobody can use them.
 */
export function gateItems(
  panes: readonly PaneEvidence[],
  options: { minDwellMs: number; ranked: readonly number[]; skipped: readonly number[] },
): GateItem[] {
  const needed = (positions: number[]) => positions.filter((position) => !options.skipped.includes(position));
  const notReady = needed(missing(panes, (pane) => pane.ready));
  const notSeen = needed(missing(panes, (pane) => pane.visibleMs >= options.minDwellMs));
  const notUsed = needed(missing(panes, (pane) => pane.interactions > 0));
  const notRanked = panes.map((_, position) => position).filter((position) => !options.ranked.includes(position));
  return [
    { id: "ready", done: notReady.length === 0, missing: notReady },
    { id: "seen", done: notSeen.length === 0, missing: notSeen },
    { id: "used", done: notUsed.length === 0, missing: notUsed },
    { id: "ranked", done: notRanked.length === 0, missing: notRanked },
  ];
}

export const isOpen = (items: readonly GateItem[]) => items.every((item) => item.done);
