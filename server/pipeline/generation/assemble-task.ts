import { blake2b256Hex } from "#server/platform/hashing.ts";
import { enqueue } from "#server/platform/jobs.ts";
import { roundSettingsSchema } from "#server/platform/round-settings.ts";
import {
  commitmentPreimage,
  type ControlTruth,
  verifyControlTruth,
} from "#server/validator/ground-truth/commitment.ts";
import type { LevelBand } from "#server/validator/ground-truth/effect.ts";

import { BASES_PER_TASK, drawControlVariants, drawNormalVariants, pickBases } from "./draw-task.ts";
import type { GenerationDeps } from "./ports.ts";
import {
  holdOpenRound,
  insertOpenTask,
  listVariants,
  type MeasuredVariant,
  type NewTask,
  type OpenRound,
} from "./repository.ts";
import { LANGUAGES } from "./schema.ts";

const SALT_BYTES = 32;

/**
 * Opens one task of the current round from a problem's measured variants: a control task with every
 * (base, level, realisation) and its commitment, or a normal task with one variant per base.
 * @returns the task's id, or null when the pool cannot serve it yet.
 */
export async function assembleTask(
  deps: GenerationDeps,
  input: { problemId: string; kind: "control" | "normal" },
): Promise<string | null> {
  return deps.db.withTransaction(async (sql) => {
    const round = await holdOpenRound(sql, deps.subnet);
    if (!round) return null; // it closed while we were choosing
    const pool = await listVariants(sql, input.problemId);
    const bases = pickBases(pool);
    if (bases.length < BASES_PER_TASK) return null;
    const task =
      input.kind === "control" ? await controlTask(deps, round, pool, bases) : normalTask(deps, round, pool, bases);
    if (!task) return null;
    await insertOpenTask(sql, { ...task, problemId: input.problemId });
    await enqueue(sql, "render-task", { taskId: task.taskId }, { key: `render-task:${task.taskId}` });
    return task.taskId;
  });
}

type TaskDraft = Omit<NewTask, "problemId">;

/** Bands and choices stay secret until the round closes, so nobody may be able to draw them again. */
const drawRng = (deps: GenerationDeps) => () => Buffer.from(deps.random.bytes(6)).readUIntBE(0, 6) / 2 ** 48;

async function controlTask(
  deps: GenerationDeps,
  round: OpenRound,
  pool: readonly MeasuredVariant[],
  bases: readonly string[],
): Promise<TaskDraft | null> {
  const selection = drawControlVariants(pool, bases, drawRng(deps));
  if (!selection) return null;

  const taskId = deps.random.uuid();
  const baseHash = new Map(pool.map((variant) => [variant.baseId, variant.baseSourceHash]));
  const sourceHash = new Map(pool.map((variant) => [variant.completionId, variant.sourceHash]));
  const truth: ControlTruth = {
    version: 1,
    network: deps.subnet.network,
    netuid: deps.subnet.netuid,
    roundId: round.id,
    taskId,
    roundSecretHash: round.secretHash,
    bases: bases.map((baseId) => baseHash.get(baseId) ?? ""),
    variants: selection.variants.map(({ id, base, level, realisation, effectMilli }) => {
      const hash = sourceHash.get(id);
      if (hash === undefined) throw new Error(`variant ${id} has no source`);
      return { base, level, realisation, sourceHash: hash, effectMilli };
    }),
    bands: selection.bands,
  };
  verifyControlTruth(truth);
  const salt = deps.random.hex(SALT_BYTES);
  return {
    ...draftOf(deps, round, taskId, "control", selection.bands),
    variants: selection.variants.map(({ id, base, level, realisation }) => ({
      completionId: id,
      base,
      level,
      realisation,
    })),
    commitment: { digest: blake2b256Hex(commitmentPreimage(truth, salt)), truth: JSON.stringify(truth), salt },
  };
}

function normalTask(
  deps: GenerationDeps,
  round: OpenRound,
  pool: readonly MeasuredVariant[],
  bases: readonly string[],
): TaskDraft | null {
  const chosen = drawNormalVariants(pool, bases, drawRng(deps));
  if (!chosen) return null;
  const variants = chosen.map(({ id, base, level }) => ({ completionId: id, base, level, realisation: 0 }));
  return { ...draftOf(deps, round, deps.random.uuid(), "normal", null), variants, commitment: null };
}

function draftOf(
  deps: GenerationDeps,
  round: OpenRound,
  taskId: string,
  kind: "control" | "normal",
  bands: readonly LevelBand[] | null,
): Omit<TaskDraft, "variants" | "commitment"> {
  const { overlap } = roundSettingsSchema.parse(round.settings);
  return { taskId, subnet: deps.subnet, roundId: round.id, kind, overlap, languages: LANGUAGES, bands };
}
