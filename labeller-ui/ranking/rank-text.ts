import { type Board, rankOf } from "./board.ts";

export const LETTERS = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;
export const letterOf = (position: number): string => LETTERS[position] ?? String(position + 1);

/** A rank as it is shown: 1 for the best; of a tied group every member has the group's first place. */
export function placeOf(board: Board, position: number): { place: number; tiedWith: number[] } | null {
  const at = rankOf(board, position);
  const group = board.groups[at];
  if (!group) return null;
  const before = board.groups.slice(0, at).flat().length;
  return { place: before + 1, tiedWith: group.filter((member) => member !== position) };
}
