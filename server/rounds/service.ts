import { DomainError } from "#server/errors.ts";
import { recordAct } from "#server/platform/audit.ts";
import { isUniqueViolation, type Sql } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";
import { blake2b256Hex } from "#server/platform/hashing.ts";
import { enqueue } from "#server/platform/jobs.ts";
import { appendOutbox } from "#server/platform/outbox.ts";
import { roundSettingsSchema } from "#server/platform/round-settings.ts";
import { beginClosing, labellingEnd } from "#server/validator/lifecycle/round.ts";

import {
  createPartitions,
  endClosingLeases,
  findRound,
  findSealedSecret,
  findSettingsToFollow,
  insertRound,
  listDueRounds,
  listRounds,
  listRoundsInGrace,
  lockOpening,
  lockRound,
  markClosed,
  markClosing,
  markLabelled,
  readLeasesInFlight,
  type RoundRow,
} from "./repository.ts";
import { type CloseRound, closeRoundSchema, type OpenRound, openRoundSchema, type RoundSummary } from "./schema.ts";

type RoundDeps = Pick<Deps, "db" | "random" | "subnet" | "vault">;

const SECRET_BYTES = 32;

const viewOf = <Row extends RoundRow>(row: Row) => ({ ...row, settings: roundSettingsSchema.parse(row.settings) });

const unknownRound = (roundId: number) =>
  new DomainError("not-found", "round.unknown", `There is no round ${roundId} on this subnet.`);

/** Opens the next round of the subnet. One is open at a time. */
export async function openRound(deps: RoundDeps, input: OpenRound, actorId: string | null): Promise<RoundSummary> {
  const { closesAt, secret, ...given } = openRoundSchema.parse(input);
  const settings = roundSettingsSchema.parse(given.settings);
  const key = secret === undefined ? deps.random.bytes(SECRET_BYTES) : Buffer.from(secret, "hex");
  try {
    return await deps.db.withTransaction(async (sql) => {
      await lockOpening(sql);
      const row = await insertRound(sql, {
        subnet: deps.subnet,
        settings: JSON.stringify(settings),
        secretSealed: deps.vault.seal(key),
        secretHash: blake2b256Hex(key),
        closesAt,
        durationHours: settings.durationHours,
      });
      await createPartitions(sql, row.id);
      const after = { settings, closesAt: row.closesAt };
      await recordAct(sql, { actorId, act: "round.open", subject: `round/${row.id}`, after });
      await enqueue(sql, "fill-buffer", {}, { key: "fill-buffer", queue: "fill-buffer" });
      return { ...viewOf(row), tasks: 0, labels: 0 };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("conflict", "round.already-open", "A round is open already: close it first.");
  }
}

const enqueueEndOfLabelling = (sql: Sql, roundId: number, runAt: Date | null) =>
  enqueue(sql, "end-labelling", { roundId }, { key: `end-labelling:${roundId}`, ...(runAt && { runAt }) });

/**
 * Stops handing out the round's tasks. Leases in flight may still be submitted until they end or the grace does; then
 * the chain aggregate → score → weigh → finish starts.
 */
export async function closeRound(
  deps: Pick<Deps, "db" | "subnet">,
  input: CloseRound,
  actorId: string | null,
): Promise<void> {
  const { roundId, graceSeconds, opensNext } = closeRoundSchema.parse(input);
  await deps.db.withTransaction(async (sql) => {
    const round = await lockRound(sql, deps.subnet, roundId);
    if (!round) throw unknownRound(roundId);
    const step = beginClosing(round.state);
    if (step.kind === "unchanged") throw new DomainError("conflict", step.code, step.message);
    const { closingGraceSeconds } = roundSettingsSchema.parse(round.settings);
    await markClosing(sql, roundId, { graceSeconds: graceSeconds ?? closingGraceSeconds, opensNext });
    await recordAct(sql, { actorId, act: "round.close", subject: `round/${roundId}`, after: { opensNext } });
    await enqueueEndOfLabelling(sql, roundId, null);
  });
}

/** Looks whether a closing round's labelling is over: if so scoring begins, else it is looked at again when the next lease ends. */
export async function endLabelling(deps: Pick<Deps, "db" | "subnet">, roundId: number): Promise<void> {
  await deps.db.withTransaction(async (sql) => {
    await endClosingLeases(sql, roundId);
    const round = await lockRound(sql, deps.subnet, roundId);
    if (!round) throw unknownRound(roundId);
    const { lookAgainAt, ...leases } = await readLeasesInFlight(sql, roundId);
    const end = labellingEnd({ state: round.state, ...leases });
    if (end.kind === "over") {
      if (await markLabelled(sql, roundId))
        await enqueue(sql, "aggregate-round", { roundId }, { key: `aggregate-round:${roundId}` });
    } else if (end.code === "round.leases-open") await enqueueEndOfLabelling(sql, roundId, lookAgainAt);
  });
}

/**
 * What rounds do by themselves: close when their time has come, end their labelling, and be followed by the next. A sweep
 * over rows rather than jobs for a later time: it finds what a stopped worker has left, whenever it is started again.
 */
export async function advanceRounds(deps: RoundDeps): Promise<void> {
  const { sql } = deps.db;
  for (const roundId of await listDueRounds(sql, deps.subnet)) await closeRound(deps, { roundId }, null);
  for (const roundId of await listRoundsInGrace(sql, deps.subnet)) await endLabelling(deps, roundId);
  await openNextRound(deps);
}

/** Opens the round that follows the newest one, by its settings; null when that goes on or is not to be followed. */
export async function openNextRound(deps: RoundDeps): Promise<RoundSummary | null> {
  const settings = await findSettingsToFollow(deps.db.sql, deps.subnet);
  if (settings === null) return null;
  try {
    return await openRound(deps, { settings: roundSettingsSchema.parse(settings) }, null);
  } catch (error) {
    // Another worker, or a validator, was first.
    if (error instanceof DomainError && error.code === "round.already-open") return null;
    throw error;
  }
}

/** The last step of closing: secret, truths and salts become public. A second run changes nothing. */
export async function finishRound(deps: RoundDeps, roundId: number): Promise<void> {
  await deps.db.withTransaction(async (sql) => {
    const sealed = await findSealedSecret(sql, roundId);
    if (!sealed) throw new DomainError("not-found", "round.unknown", `There is no round ${roundId}.`);
    const closed = await markClosed(sql, roundId, Buffer.from(deps.vault.open(sealed)).toString("hex"));
    if (!closed) return;
    await appendOutbox(sql, "round.closed", { roundId });
    await enqueue(sql, "open-next-round", {}, { key: "open-next-round" });
  });
}

export async function readRound(deps: Pick<Deps, "db" | "subnet">, roundId: number): Promise<RoundSummary> {
  const row = await findRound(deps.db.sql, deps.subnet, roundId);
  if (!row) throw unknownRound(roundId);
  return viewOf(row);
}

export async function readRounds(deps: Pick<Deps, "db" | "subnet">): Promise<RoundSummary[]> {
  return (await listRounds(deps.db.sql, deps.subnet, 100)).map(viewOf);
}
