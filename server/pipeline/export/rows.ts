import { createHmac } from "node:crypto";

import { sha256Hex } from "#server/platform/hashing.ts";
import { CRITERIA_VERSION } from "#server/validator/labels/criteria.ts";
import {
  expectedRankGap,
  pairProbability,
  bestProbability,
  worstProbability,
} from "#server/validator/aggregation/order-marginals.ts";

import type { Message, OutputCell, RatingCell, Row } from "./columns.ts";
import type { ExportTask } from "./repository.ts";

/** The page that labellers used; changes when what they could see or do changes. */
const VIEWER_VERSION = "labeller-ui/1";
/** Bundled completions are ours, under the project's licence. */
const SOURCE_LICENSE = "MIT";
const SPLIT_GROUP_CHARACTERS = 16;

/** A task with what its rows need: source texts by base, and a salt of this release for rater ids. */
export type ExportContext = { task: ExportTask; sources: readonly string[]; salt: string; posteriorMin: number };

const user = (content: string): Message[] => [{ role: "user", content }];
const assistant = (content: string): Message[] => [{ role: "assistant", content }];

const normalised = (prompt: string) => prompt.toLowerCase().replaceAll(/\s+/g, " ").trim();
export const splitGroupOf = (prompt: string) => sha256Hex(normalised(prompt)).slice(0, SPLIT_GROUP_CHARACTERS);

/** The same person has another name in every release. */
const raterId = (salt: string, labellerId: string) =>
  createHmac("sha256", salt).update(labellerId).digest("hex").slice(0, 16);

/** Rank by base of one vote. */
function ranksByBase(vote: ExportTask["votes"][number]): number[] {
  const ranks: number[] = [];
  for (const [position, base] of vote.bases.entries()) ranks[base] = vote.ranks[position] ?? 0;
  return ranks;
}

/** Mean rating per criterion by base, over those who gave one. */
function criteriaByBase(task: ExportTask, base: number): Record<string, number> {
  const sums: Record<string, { sum: number; count: number }> = {};
  for (const vote of task.votes) {
    const position = vote.bases.indexOf(base);
    for (const [criterion, ratings] of Object.entries(vote.ratings)) {
      const rating = ratings[position] ?? 0;
      if (rating === 0) continue;
      const entry = (sums[criterion] ??= { sum: 0, count: 0 });
      entry.sum += rating;
      entry.count++;
    }
  }
  return Object.fromEntries(Object.entries(sums).map(([criterion, { sum, count }]) => [criterion, sum / count]));
}

/** Share of raters who put `better` before `worse`; a tie counts half. */
function pairAgreement(task: ExportTask, better: number, worse: number): number {
  const votes = task.votes.map((vote) => {
    const ranks = ranksByBase(vote);
    return (1 + Math.sign((ranks[worse] ?? 0) - (ranks[better] ?? 0))) / 2;
  });
  return votes.reduce((sum, vote) => sum + vote, 0) / Math.max(1, votes.length);
}

/** Every pair whose order is probable enough. Ties have no order, and two completions that render alike are no pair. */
export function dpoRows({ task, sources, salt, posteriorMin }: ExportContext): Row[] {
  const rows: Row[] = [];
  for (const chosen of task.completions) {
    for (const rejected of task.completions) {
      const chosenRank = task.ranks[chosen.base] ?? 0;
      const rejectedRank = task.ranks[rejected.base] ?? 0;
      if (chosenRank >= rejectedRank || chosen.documentHash === rejected.documentHash) continue;
      if (pairProbability(task.posterior, chosen.base, rejected.base) < posteriorMin) continue;
      rows.push({
        prompt: user(task.prompt),
        chosen: assistant(sources[chosen.base] ?? ""),
        rejected: assistant(sources[rejected.base] ?? ""),
        pair_id: sha256Hex(`${task.taskId}:${chosen.id}:${rejected.id}`).slice(0, 32),
        task_id: task.taskId,
        split_group: splitGroupOf(task.prompt),
        prompt_sha256: sha256Hex(task.prompt),
        language: "en",
        margin: expectedRankGap(task.posterior, chosen.base, rejected.base),
        chosen_rank: chosenRank,
        rejected_rank: rejectedRank,
        rank_gap: rejectedRank - chosenRank,
        n_raters: task.raters,
        pair_agreement: pairAgreement(task, chosen.base, rejected.base),
        chosen_output_id: chosen.id,
        rejected_output_id: rejected.id,
        chosen_model: chosen.origin,
        rejected_model: rejected.origin,
        criteria_json: JSON.stringify({
          chosen: criteriaByBase(task, chosen.base),
          rejected: criteriaByBase(task, rejected.base),
        }),
        rater_ids: task.votes.map((vote) => raterId(salt, vote.labellerId)),
        rater_group: "all",
        guideline_version: CRITERIA_VERSION,
        viewer_version: VIEWER_VERSION,
        source_license: SOURCE_LICENSE,
        created_at: task.createdAt,
      });
    }
  }
  return rows;
}

/** The best completion, where it is probably the best. */
export function sftRows({ task, sources, posteriorMin }: ExportContext): Row[] {
  return task.completions
    .filter(({ base }) => bestProbability(task.posterior, base) >= posteriorMin)
    .map(({ base, id }) => ({
      prompt: user(task.prompt),
      completion: assistant(sources[base] ?? ""),
      task_id: task.taskId,
      split_group: splitGroupOf(task.prompt),
      output_id: id,
      language: "en",
      n_raters: task.raters,
      rank: task.ranks[base] ?? 0,
      created_at: task.createdAt,
    }));
}

/** The probable best as desirable, the probable worst as undesirable. */
export function ktoRows({ task, sources, posteriorMin }: ExportContext): Row[] {
  return task.completions.flatMap(({ base, id }) => {
    const best = bestProbability(task.posterior, base) >= posteriorMin;
    const worst = worstProbability(task.posterior, base) >= posteriorMin;
    if (!best && !worst) return [];
    return [
      {
        prompt: user(task.prompt),
        completion: assistant(sources[base] ?? ""),
        label: best,
        task_id: task.taskId,
        output_id: id,
      },
    ];
  });
}

/** Everything that was said, for models of one's own. */
export function rankingsRows({ task, sources, salt }: ExportContext): Row[] {
  const outputs: OutputCell[] = task.completions.map(({ base, id, origin }) => ({
    output_id: id,
    model: origin,
    html: sources[base] ?? "",
  }));
  const ratings: RatingCell[] = task.votes.map((vote) => ({
    rater_id: raterId(salt, vote.labellerId),
    rank: ranksByBase(vote),
    criteria_json: JSON.stringify(vote.ratings),
    shown_order: vote.bases,
    active_ms: vote.activeMs,
  }));
  return [{ task_id: task.taskId, prompt_text: task.prompt, outputs, ratings, created_at: task.createdAt }];
}
