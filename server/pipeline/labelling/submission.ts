import { DomainError } from "#server/errors.ts";
import { completionIds } from "#server/platform/completion-ids.ts";
import { CRITERIA } from "#server/validator/labels/criteria.ts";
import { parseRanking } from "#server/validator/rankings/ranking.ts";

import type { LabelSubmission } from "./schema.ts";

/** Stands for a rating that was not given: every criterion starts at 1. */
const NO_RATING = 0;

/** A submission in terms of positions, checked against its assignment. */
export type ParsedSubmission = {
  ranks: readonly number[];
  unusable: number[];
  /** { criterionId: rating by position, 0 where none was given } */
  ratings: Record<string, number[]>;
};

/**
 * Checks a submission against the assignment's completions and criteria.
 * @throws {DomainError} `ranking.*`, `unusable.foreign`, `criterion.unknown`, `criterion.foreign`, `criterion.out-of-range`.
 */
export function parseSubmission(submission: LabelSubmission): ParsedSubmission {
  const ids = completionIds(submission.assignmentId);
  const position = (id: string, code: string) => {
    const found = ids.indexOf(id);
    if (found === -1) throw new DomainError("invalid", code, `“${id}” is not a completion of this assignment.`);
    return found;
  };
  return {
    ranks: parseRanking(submission.ranking, ids),
    unusable: [...new Set(submission.unusable.map((id) => position(id, "unusable.foreign")))].toSorted((a, b) => a - b),
    ratings: Object.fromEntries(
      Object.entries(submission.ratings).map(([criterionId, byCompletion]) => {
        const criterion = CRITERIA.find((candidate) => candidate.id === criterionId);
        if (!criterion)
          throw new DomainError("invalid", "criterion.unknown", `There is no criterion “${criterionId}”.`);
        const values = ids.map(() => NO_RATING);
        for (const [id, rating] of Object.entries(byCompletion)) {
          if (rating < criterion.min || rating > criterion.max) {
            throw new DomainError(
              "invalid",
              "criterion.out-of-range",
              `A rating of “${criterionId}” is from ${criterion.min} to ${criterion.max}, not ${rating}.`,
            );
          }
          values[position(id, "criterion.foreign")] = rating;
        }
        return [criterionId, values];
      }),
    ),
  };
}
