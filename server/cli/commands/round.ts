import { z } from "zod";

import { DomainError } from "#server/errors.ts";
import { readScores } from "#server/pipeline/scoring/explanation.ts";
import { closeRound, openRound, readRound, readRounds } from "#server/rounds/service.ts";

import { type Command, parseOptions, UsageError } from "../command.ts";
import { commandDeps } from "../running-installation.ts";
import { table } from "../table.ts";

const optionsSchema = z.strictObject({
  round: z.coerce.number().int().positive().optional(),
  grace: z.coerce.number().int().min(0).max(86_400).optional(),
  last: z.literal(true).optional(),
  positional: z.array(z.string()).length(1, "name one of: show, open, close"),
});

const POLL_MS = 250;

export const command: Command = {
  name: "round",
  summary: "show, open or close a round",
  usage:
    "show [--round ID]   scores of a round (the newest)\nopen              opens the next round\nclose [--round ID]  closes a round, scores it and waits until that is done\n  --grace SECONDS   longest wait for people who are labelling (as the round's settings say)\n  --last            the next round is not opened",
  async run(args, context) {
    const { round, positional, grace, last } = parseOptions(args, optionsSchema);
    const deps = commandDeps();
    const [verb] = positional;
    if (verb === "open") {
      const opened = await openRound(deps, { settings: {} }, null);
      return context.result(opened, `Round ${opened.number} is open (id ${opened.id}).`);
    }
    if (verb !== "show" && verb !== "close") throw new UsageError(`“${verb}” is not one of: show, open, close`);
    const roundId = round ?? (await readRounds(deps))[0]?.id;
    if (roundId === undefined)
      throw new DomainError("not-found", "round.none", "There is no round yet: `dojo round open`.");
    if (verb === "close") {
      await closeRound(deps, { roundId, graceSeconds: grace, opensNext: last !== true }, null);
      while ((await readRound(deps, roundId)).state !== "closed") {
        context.progress("waiting for open tasks, aggregating, scoring, weighing …");
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    }
    const view = await readRound(deps, roundId);
    const scores = await readScores(deps, roundId);
    const rows = scores.map((score) => [
      score.minerName,
      String(score.controlAnswers),
      String(score.answers),
      score.meanTau.toFixed(3),
      score.lowerBound.toFixed(3),
      score.reward.toFixed(2),
      score.share.toFixed(4),
    ]);
    const head = ["miner", "control answers", "answers", "mean τ", "L", "reward", "share"];
    context.result(
      { round: view, scores },
      `Round ${view.number} is ${view.state}.\n${rows.length > 0 ? table(head, rows) : "No scores yet."}`,
    );
  },
};
