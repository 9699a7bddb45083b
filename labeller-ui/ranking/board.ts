/**
 * The ranking as it grows under the labeller's hands, in positions 0 … n−1 (A, B, C …). A pure
 * reducer: the screen, the keys and the tests drive the same one.
 */
export type Board = {
  /** Groups of positions, best first; positions of one group tie. */
  readonly groups: readonly (readonly number[])[];
  /** Positions flagged unusable: always in the last group once placed. */
  readonly unusable: readonly number[];
};

export type BoardAction =
  /** Gives the next free rank, or takes the position off the board again. */
  | { type: "toggle"; position: number }
  /** Ties the last group with the one before it, or separates its last member again. */
  | { type: "tie" }
  | { type: "move"; position: number; by: -1 | 1 }
  | { type: "flag"; position: number }
  | { type: "clear" }
  | { type: "restore"; board: Board };

export const EMPTY_BOARD: Board = { groups: [], unusable: [] };

const without = (groups: Board["groups"], position: number) =>
  groups.map((group) => group.filter((member) => member !== position)).filter((group) => group.length > 0);

export const isPlaced = (board: Board, position: number) => board.groups.some((group) => group.includes(position));
export const rankOf = (board: Board, position: number) => board.groups.findIndex((group) => group.includes(position));

/** Unusable completions form the last group, behind everything that was ranked. */
function sinkUnusable(groups: Board["groups"], unusable: readonly number[]): Board["groups"] {
  const bad = groups.flat().filter((position) => unusable.includes(position));
  if (bad.length === 0) return groups;
  const good = bad.reduce<Board["groups"]>(without, groups);
  return [...good, bad.toSorted((a, b) => a - b)];
}

function toggle(board: Board, position: number): Board {
  if (isPlaced(board, position)) return { ...board, groups: without(board.groups, position) };
  return { ...board, groups: sinkUnusable([...board.groups, [position]], board.unusable) };
}

function tie(board: Board): Board {
  const usable = board.groups.filter((group) => !group.some((position) => board.unusable.includes(position)));
  const rest = board.groups.slice(usable.length);
  const last = usable.at(-1);
  if (!last) return board;
  if (last.length > 1) {
    const separated = [...usable.slice(0, -1), last.slice(0, -1), last.slice(-1)];
    return { ...board, groups: [...separated, ...rest] };
  }
  const before = usable.at(-2);
  if (!before) return board;
  return { ...board, groups: [...usable.slice(0, -2), [...before, ...last], ...rest] };
}

/** One step better or worse: into the neighbouring gap, or past the neighbouring group. */
function move(board: Board, position: number, by: -1 | 1): Board {
  const at = rankOf(board, position);
  const group = board.groups[at];
  if (!group || board.unusable.includes(position)) return board;
  if (group.length > 1) {
    // Out of a tie first: the person sees it leave its group.
    const rest = group.filter((member) => member !== position);
    const split = by === -1 ? [[position], rest] : [rest, [position]];
    return { ...board, groups: [...board.groups.slice(0, at), ...split, ...board.groups.slice(at + 1)] };
  }
  const neighbour = board.groups[at + by];
  if (!neighbour || neighbour.some((member) => board.unusable.includes(member))) return board;
  const swapped = [...board.groups];
  swapped[at] = neighbour;
  swapped[at + by] = group;
  return { ...board, groups: swapped };
}

function flag(board: Board, position: number): Board {
  const flagged = board.unusable.includes(position);
  const unusable = flagged ? board.unusable.filter((member) => member !== position) : [...board.unusable, position];
  const groups = flagged ? without(board.groups, position) : [...without(board.groups, position), [position]];
  return { unusable, groups: sinkUnusable(groups, unusable) };
}

export function boardReducer(board: Board, action: BoardAction): Board {
  switch (action.type) {
    case "toggle":
      return toggle(board, action.position);
    case "tie":
      return tie(board);
    case "move":
      return move(board, action.position, action.by);
    case "flag":
      return flag(board, action.position);
    case "clear":
      return EMPTY_BOARD;
    case "restore":
      return action.board;
  }
}

/** Whether the board repeats the order on the screen: worth one question, never a refusal. */
export function isDisplayOrder(board: Board, completions: number): boolean {
  return (
    board.groups.length === completions &&
    board.groups.every((group, index) => group.length === 1 && group[0] === index)
  );
}
