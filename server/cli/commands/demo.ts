import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { z } from "zod";

import { DomainError } from "#server/errors.ts";
import { LOCALNET_PEOPLE } from "../../../prisma/seed/localnet.ts";

import type { Session } from "../api-client.ts";
import { type Command, type CommandContext, parseOptions } from "../command.ts";
import { castOf, inActingOrder } from "../demo/cast.ts";
import { type CopiedAnswers, labelAll } from "../demo/labelling.ts";
import { createOracle } from "../demo/oracle.ts";
import { enrol, type Player } from "../demo/teams.ts";
import { checkPairs } from "../demo/truth-check.ts";
import { assertServing, commandDeps, signInAs } from "../running-installation.ts";
import { table } from "../table.ts";

const optionsSchema = z.strictObject({
  labellers: z.coerce.number().int().min(2).max(200).default(12),
  tasks: z.coerce.number().int().min(2).max(400).default(30),
  out: z.string().default("demo-out"),
  seed: z.coerce.number().int().min(0).default(1),
  positional: z.array(z.string()).max(0, "takes no words"),
});

/** Enough control answers for an honest lower bound to clear the baseline; the rest are normal tasks, which make the datasets. */
const CONTROL_SHARE = 0.75;
const AT_ONCE = 6;
const POLL_MS = 250;
/** The demo opens each round itself, with settings of its own. */
const AT_ONCE_AND_LAST = { graceSeconds: 0, opensNext: false } as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const command: Command = {
  name: "demo",
  summary: "simulated labellers drive the running product; scores and datasets at the end",
  usage:
    "--labellers N  (12)  one team and miner each\n--tasks M      (30)  control and normal together\n--out DIR      (demo-out)  where the datasets go\n--seed S       (1)   of the simulated labellers",
  async run(args, context) {
    const options = parseOptions(args, optionsSchema);
    const deps = commandDeps();
    if (deps.subnet.network !== "localnet")
      throw new DomainError("forbidden", "demo.localnet-only", "The demo runs on localnet only.");
    await assertServing(deps.appOrigin);
    const validator = await signInAs(deps, LOCALNET_PEOPLE.validator.email);

    await closeOpenRounds(validator, context);
    context.say(`Enrolling ${options.labellers} simulated labellers …`);
    const players = await enrol(
      deps.appOrigin,
      validator,
      inActingOrder(castOf(options.labellers)),
      deps.random,
      (count) => context.progress(`${count} of ${options.labellers} enrolled`),
    );
    const secret = deps.random.hex(32);
    const roundId = await openDemoRound(validator, options, secret);
    await waitForTasks(validator, roundId, options, context);

    await work(players, createOracle(validator.api, deps.subnet, secret), options, context);
    await closeAndWait(validator, roundId, context);
    const rows = await scoreTable(validator, roundId, players);
    const datasets = await download(validator, deps.appOrigin, roundId, options.out, context);
    await validator.api.rounds.open.mutate({ settings: {} });
    const truth = await checkPairs(
      validator.api,
      datasets.filter(({ path }) => /dpo.*\.jsonl$/.test(path)).map(({ path }) => path),
    );
    const files = datasets.map(({ rows: count, path }) => `${count > 0 ? `${count} rows` : ""}\t${path}`);
    context.result(
      { rows, datasets, truth },
      [
        printed(rows),
        "",
        ...files,
        "",
        `${truth.inMeasuredOrder} of ${truth.pairs} preference pairs stand in the measured order.`,
      ].join("\n"),
    );
  },
};

async function closeOpenRounds(validator: Session, context: CommandContext): Promise<void> {
  const open = (await validator.api.rounds.list.query()).find((round) => round.state !== "closed");
  if (!open) return;
  // Nobody is asked to wait for a task that somebody has left open in a tab.
  if (open.state === "open") await validator.api.rounds.close.mutate({ roundId: open.id, ...AT_ONCE_AND_LAST });
  await waitClosed(validator, open.id, context);
}

async function openDemoRound(
  validator: Session,
  options: z.infer<typeof optionsSchema>,
  secret: string,
): Promise<number> {
  const control = Math.round(options.tasks * CONTROL_SHARE);
  const round = await validator.api.rounds.open.mutate({
    secret,
    settings: {
      overlap: options.labellers,
      controlShare: CONTROL_SHARE,
      targetTasks: { control, normal: options.tasks - control },
      labellerCap: options.tasks + 10,
      minDwellMs: 0,
      durationHours: null,
    },
  });
  return round.id;
}

async function waitForTasks(
  validator: Session,
  roundId: number,
  options: z.infer<typeof optionsSchema>,
  context: CommandContext,
): Promise<void> {
  context.say(`Waiting for ${options.tasks} verified tasks …`);
  for (;;) {
    const { tasks } = await validator.api.tasks.list.query({ roundId, limit: 200 });
    context.progress(`${tasks.length} of ${options.tasks} tasks open`);
    if (tasks.length >= Math.min(options.tasks, 200)) return;
    if (context.signal.aborted) throw new DomainError("conflict", "demo.cancelled", "Stopped on request.");
    await pause(POLL_MS);
  }
}

async function work(
  players: readonly Player[],
  oracle: ReturnType<typeof createOracle>,
  options: z.infer<typeof optionsSchema>,
  context: CommandContext,
): Promise<void> {
  const copied: CopiedAnswers = new Map();
  const total = players.length * options.tasks;
  let labels = 0;
  const onLabel = () => context.progress(`${++labels} of at most ${total} labels`);
  const act = (player: Player) =>
    labelAll(player, {
      oracle,
      seed: options.seed,
      tasks: options.tasks,
      copied,
      record: player === players[0],
      onLabel,
      signal: context.signal,
    });
  context.say("Labelling …");
  const copiers = players.filter((player) => player.strategy.kind === "replay");
  const others = players.filter((player) => player.strategy.kind !== "replay");
  for (const group of [others, copiers]) {
    for (let from = 0; from < group.length; from += AT_ONCE)
      await Promise.all(group.slice(from, from + AT_ONCE).map(act));
  }
}

async function closeAndWait(validator: Session, roundId: number, context: CommandContext): Promise<void> {
  await validator.api.rounds.close.mutate({ roundId, ...AT_ONCE_AND_LAST });
  await waitClosed(validator, roundId, context);
}

async function waitClosed(validator: Session, roundId: number, context: CommandContext): Promise<void> {
  context.say("Closing the round …");
  while ((await validator.api.rounds.get.query({ roundId })).state !== "closed") await pause(POLL_MS);
}

type Row = {
  miner: string;
  strategy: string;
  controlAnswers: number;
  meanTau: number;
  lowerBound: number;
  reward: number;
  weight: number;
};

async function scoreTable(validator: Session, roundId: number, players: readonly Player[]): Promise<Row[]> {
  const scores = new Map(
    (await validator.api.scoring.scores.query({ roundId })).map((score) => [score.minerId, score]),
  );
  const vector = await validator.api.weights.ofRound.query({ roundId });
  const weights = new Map(vector.entries.map((entry) => [entry.minerId, entry.weight]));
  return players
    .map((player) => {
      const score = scores.get(player.minerId);
      return {
        miner: player.name,
        strategy: player.label,
        controlAnswers: score?.controlAnswers ?? 0,
        meanTau: score?.meanTau ?? 0,
        lowerBound: score?.lowerBound ?? 0,
        reward: score?.reward ?? 0,
        weight: weights.get(player.minerId) ?? 0,
      };
    })
    .toSorted((a, b) => b.weight - a.weight || b.lowerBound - a.lowerBound);
}

const printed = (rows: readonly Row[]) =>
  table(
    ["miner", "strategy", "control answers", "mean τ", "L", "reward", "weight"],
    rows.map((row) => [
      row.miner,
      row.strategy,
      String(row.controlAnswers),
      row.meanTau.toFixed(3),
      row.lowerBound.toFixed(3),
      row.reward.toFixed(2),
      row.weight.toFixed(4),
    ]),
  );

async function download(validator: Session, origin: string, roundId: number, out: string, context: CommandContext) {
  context.say("Exporting the datasets …");
  const created = await validator.api.export.create.mutate({
    roundIds: [roundId],
    configs: ["dpo", "sft", "kto", "rankings"],
    formats: ["parquet", "jsonl"],
  });
  let dataset = await validator.api.export.get.query({ datasetId: created.datasetId });
  while (dataset.state === "queued" || dataset.state === "running") {
    await pause(POLL_MS);
    dataset = await validator.api.export.get.query({ datasetId: created.datasetId });
  }
  if (dataset.state !== "ready")
    throw new DomainError("unavailable", "export.failed", dataset.message ?? "The export failed.");
  for (const file of dataset.files) {
    const answer = await validator.fetch(
      `${origin}/api/v1/datasets/${dataset.id}/files/${encodeURIComponent(file.path)}`,
    );
    if (!answer.ok) throw new DomainError("unavailable", "export.download", `${file.path}: ${answer.status}`);
    const path = join(out, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  }
  return dataset.files.map((file) => ({ ...file, path: join(out, file.path) }));
}
