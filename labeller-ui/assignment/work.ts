import type { AssignmentView } from "#server/pipeline/assignment/schema.ts";

import type { Ratings } from "../criteria/criteria-form.tsx";
import { type Board, type BoardAction, boardReducer, EMPTY_BOARD } from "../ranking/board.ts";

type DraftState = NonNullable<AssignmentView["draft"]>["state"];

/** Everything the labeller has decided about one task, in positions. */
export type Work = { readonly board: Board; readonly ratings: Ratings; readonly comment: string };
export type WorkAction =
  | BoardAction
  | { type: "rate"; criterionId: string; position: number; rating: number }
  | { type: "comment"; text: string }
  | { type: "replace"; work: Work };

export const NO_WORK: Work = { board: EMPTY_BOARD, ratings: {}, comment: "" };

export function workReducer(work: Work, action: WorkAction): Work {
  switch (action.type) {
    case "rate": {
      const before = work.ratings[action.criterionId] ?? {};
      return {
        ...work,
        ratings: { ...work.ratings, [action.criterionId]: { ...before, [action.position]: action.rating } },
      };
    }
    case "comment":
      return { ...work, comment: action.text };
    case "replace":
      return action.work;
    default:
      return { ...work, board: boardReducer(work.board, action) };
  }
}

/** The work in the words of the wire: completion ids instead of positions. */
export function toDraft(work: Work, ids: readonly string[]): DraftState {
  const id = (position: number) => ids[position] ?? "";
  return {
    ranking: work.board.groups.map((group) => group.map(id)),
    unusable: work.board.unusable.map(id),
    ratings: Object.fromEntries(
      Object.entries(work.ratings).map(([criterion, byPosition]) => [
        criterion,
        Object.fromEntries(Object.entries(byPosition).map(([position, rating]) => [id(Number(position)), rating])),
      ]),
    ),
    comment: work.comment,
  };
}

/** The inverse; an id that is not the assignment's is dropped. */
export function fromDraft(draft: DraftState, ids: readonly string[]): Work {
  const positions = (list: readonly string[]) => list.map((id) => ids.indexOf(id)).filter((position) => position >= 0);
  return {
    board: {
      groups: draft.ranking.map(positions).filter((group) => group.length > 0),
      unusable: positions(draft.unusable),
    },
    ratings: Object.fromEntries(
      Object.entries(draft.ratings).map(([criterion, byId]) => [
        criterion,
        Object.fromEntries(
          Object.entries(byId).flatMap(([id, rating]) =>
            ids.includes(id) ? [[ids.indexOf(id), rating] as const] : [],
          ),
        ),
      ]),
    ),
    comment: draft.comment,
  };
}
