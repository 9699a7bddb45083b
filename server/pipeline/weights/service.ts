import { DomainError } from "#server/errors.ts";
import type { Sql } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";
import { enqueue } from "#server/platform/jobs.ts";
import { type RoundSettings, roundSettingsSchema } from "#server/platform/round-settings.ts";
import { ALGORITHM_VERSION } from "#server/validator/scoring/control-score.ts";
import {
  type ChainWeight,
  chainWeights,
  movingAverages,
  WEIGHTS_VERSION,
  weightVector,
} from "#server/validator/weights/weight-vector.ts";

import {
  findLatestVector,
  findRoundSettings,
  findVector,
  insertVector,
  listScoredMiners,
  listValidatorIds,
  listVectors,
  type ScoredMiner,
  type WeightVectorRow,
} from "./repository.ts";
import { chainWeightSchema, type WeightEntry, weightEntrySchema, type WeightVectorView } from "./schema.ts";

type WeightsDeps = Pick<Deps, "db" | "subnet">;

type BurnRule = Pick<RoundSettings, "burn" | "burnUid">;

const entriesOf = (row: WeightVectorRow | null): WeightEntry[] =>
  row ? weightEntrySchema.array().parse(row.entries) : [];

/** Turns a round's scores into every validator's weight vector and enqueues the end of the round. */
export async function weighRound(deps: WeightsDeps, roundId: number): Promise<void> {
  await deps.db.withTransaction(async (sql) => {
    const settings = roundSettingsSchema.parse(await findRoundSettings(sql, roundId));
    const miners = await listScoredMiners(sql, deps.subnet, roundId, ALGORITHM_VERSION);
    for (const validatorId of await listValidatorIds(sql, deps.subnet)) {
      await weighFor(sql, deps, { roundId, validatorId, miners, settings });
    }
    await enqueue(sql, "finish-round", { roundId }, { key: `finish-round:${roundId}` });
  });
}

async function weighFor(
  sql: Sql,
  deps: WeightsDeps,
  input: { roundId: number; validatorId: string; miners: readonly ScoredMiner[]; settings: BurnRule },
): Promise<void> {
  const before = entriesOf(await findLatestVector(sql, deps.subnet, input.validatorId, input.roundId));
  const { burn, entries, chain } = vectorOf(input.miners, before, input.settings);
  await insertVector(sql, {
    subnet: deps.subnet,
    roundId: input.roundId,
    validatorId: input.validatorId,
    algorithmVersion: WEIGHTS_VERSION,
    burn,
    burnUid: input.settings.burnUid,
    entries: JSON.stringify(entries),
    chain: JSON.stringify(chain),
  });
}

/** Rewards and the previous averages → the vector, entry by entry. The first round has nothing to average with. */
export function vectorOf(
  miners: readonly ScoredMiner[],
  before: readonly WeightEntry[],
  settings: BurnRule,
): { burn: number; entries: WeightEntry[]; chain: ChainWeight[] } {
  const rewards = new Map(miners.map(({ minerId, reward }) => [minerId, reward]));
  const previous = new Map(before.map(({ minerId, average }) => [minerId, average]));
  const averages = before.length === 0 ? rewards : movingAverages(previous, rewards);
  const inOrder = miners.map(({ minerId }) => averages.get(minerId) ?? 0);
  const { weights, burn } = weightVector(inOrder, settings.burn);
  const shares = miners.map(({ uid }, index) => ({ uid, weight: weights[index] ?? 0 }));
  const chain = chainWeights(shares, { uid: settings.burnUid, share: burn });
  const u16 = new Map(chain.map(({ uid, weightU16 }) => [uid, weightU16]));
  const entries = miners.map((miner, index) => ({
    ...miner,
    average: inOrder[index] ?? 0,
    weight: weights[index] ?? 0,
    weightU16: (miner.uid === null ? 0 : u16.get(miner.uid)) ?? 0,
  }));
  return { burn, entries, chain };
}

/** A validator's vector of one round. */
export async function readVector(deps: WeightsDeps, validatorId: string, roundId: number): Promise<WeightVectorView> {
  const row = await findVector(deps.db.sql, deps.subnet, validatorId, roundId);
  if (!row)
    throw new DomainError(
      "not-found",
      "weights.none",
      "This round has no weight vector yet: it is made when the round closes.",
    );
  return viewOf(row);
}

/** More rounds than a page shows. */
const VECTORS_MAX = 100;

/** A validator's vectors, newest round first. */
export async function readVectors(deps: WeightsDeps, validatorId: string): Promise<WeightVectorView[]> {
  return (await listVectors(deps.db.sql, deps.subnet, validatorId, VECTORS_MAX)).map(viewOf);
}

/** Largest weight first. */
const viewOf = (row: WeightVectorRow): WeightVectorView => ({
  ...row,
  chain: chainWeightSchema.array().parse(row.chain),
  entries: entriesOf(row).toSorted((a, b) => b.weight - a.weight || a.name.localeCompare(b.name)),
});

/** The vector of every validator of this installation: of one round, or the newest. */
export async function previewVectors(
  deps: WeightsDeps,
  roundId: number | null,
): Promise<{ validatorId: string; vector: WeightVectorView }[]> {
  const found: { validatorId: string; vector: WeightVectorView }[] = [];
  for (const validatorId of await listValidatorIds(deps.db.sql, deps.subnet)) {
    const row =
      roundId === null
        ? await findLatestVector(deps.db.sql, deps.subnet, validatorId, null)
        : await findVector(deps.db.sql, deps.subnet, validatorId, roundId);
    if (row) found.push({ validatorId, vector: viewOf(row) });
  }
  return found;
}
