import { describe, expect, test } from "vitest";

import { type Board, type BoardAction, boardReducer, EMPTY_BOARD, isDisplayOrder } from "./board.ts";

const play = (...actions: BoardAction[]) => actions.reduce(boardReducer, EMPTY_BOARD);
const place = (...positions: number[]): BoardAction[] => positions.map((position) => ({ type: "toggle", position }));
const board = (groups: number[][], unusable: number[] = []): Board => ({ groups, unusable });

describe("the ranking board", () => {
  test("four clicks are a ranking, in the order of the clicks", () => {
    const done = play(...place(2, 0, 3, 1));
    expect(done).toEqual(board([[2], [0], [3], [1]]));
  });

  test("a second click takes a completion off, and later ones close up", () => {
    expect(play(...place(2, 0, 3), ...place(0))).toEqual(board([[2], [3]]));
  });

  test("tie joins the last with the one before, and a second tie separates it again", () => {
    const tied = play(...place(0, 1), { type: "tie" });
    expect(tied).toEqual(board([[0, 1]]));
    expect(boardReducer(tied, { type: "tie" })).toEqual(board([[0], [1]]));
  });

  test("a tie with nothing before changes nothing", () => {
    expect(play(...place(0), { type: "tie" })).toEqual(board([[0]]));
    expect(play({ type: "tie" })).toEqual(EMPTY_BOARD);
  });

  test("an unusable completion is last, also when others are placed after it", () => {
    expect(play({ type: "flag", position: 1 }, ...place(0, 2))).toEqual(board([[0], [2], [1]], [1]));
  });

  test("unusable completions tie with each other and with nothing else", () => {
    const flagged = play(...place(0), { type: "flag", position: 3 }, { type: "flag", position: 1 }, ...place(2));
    expect(flagged).toEqual(board([[0], [2], [1, 3]], [3, 1]));
    expect(boardReducer(flagged, { type: "tie" })).toEqual(
      board(
        [
          [0, 2],
          [1, 3],
        ],
        [3, 1],
      ),
    );
  });

  test("taking the flag away takes the completion off the board", () => {
    expect(play({ type: "flag", position: 1 }, { type: "flag", position: 1 })).toEqual(board([]));
  });

  test("moves pass the neighbour, stop at the ends, and leave a tie first", () => {
    const order = play(...place(0, 1, 2));
    expect(boardReducer(order, { type: "move", position: 2, by: -1 })).toEqual(board([[0], [2], [1]]));
    expect(boardReducer(order, { type: "move", position: 0, by: -1 })).toEqual(order);
    expect(boardReducer(board([[0, 1], [2]]), { type: "move", position: 1, by: 1 })).toEqual(board([[0], [1], [2]]));
  });

  test("nothing moves behind an unusable completion", () => {
    const withBad = board([[0], [1]], [1]);
    expect(boardReducer(withBad, { type: "move", position: 0, by: 1 })).toEqual(withBad);
  });

  test("only the untouched display order is the display order", () => {
    expect(isDisplayOrder(play(...place(0, 1, 2, 3)), 4)).toBe(true);
    expect(isDisplayOrder(play(...place(0, 1, 2, 3), { type: "tie" }), 4)).toBe(false);
    expect(isDisplayOrder(play(...place(1, 0, 2, 3)), 4)).toBe(false);
  });
});
