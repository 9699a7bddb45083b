import { DomainError } from "#server/errors.ts";
import { recordAct } from "#server/platform/audit.ts";
import { isUniqueViolation } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";
import { blake2b256Hex } from "#server/platform/hashing.ts";
import { enqueue } from "#server/platform/jobs.ts";
import { appendOutbox } from "#server/platform/outbox.ts";
import { roundSettingsSchema } from "#server/platform/round-settings.ts";

import {
  createPartitions,
  findRound,
  findSealedSecret,
  insertRound,
  listDueRounds,
  listRounds,
  markClosed,
  markClosing,
  type RoundRow,
} from "./repository.ts";
import { type OpenRound, openRoundSchema, type RoundView } from "./schema.ts";

type RoundDeps = Pick<Deps, "db" | "random" | "subnet" | "vault">;

const SECRET_BYTES = 32;

const viewOf = (row: RoundRow): RoundView => ({ ...row, settings: roundSettingsSchema.parse(row.settings) });

/** Opens the next round of the subnet. One is open at a time. */
export async function openRound(deps: RoundDeps, input: OpenRound, actorId: string | null): Promise<RoundView> {
  const { settings, closesAt, secret } = openRoundSchema.parse(input);
  const key = secret === undefined ? deps.random.bytes(SECRET_BYTES) : Buffer.from(secret, "hex");
  try {
    return await deps.db.withTransaction(async (sql) => {
      const row = await insertRound(sql, {
        subnet: deps.subnet,
        settings: JSON.stringify(roundSettingsSchema.parse(settings)),
        secretSealed: deps.vault.seal(key),
        secretHash: blake2b256Hex(key),
        closesAt,
      });
      await createPartitions(sql, row.id);
      await recordAct(sql, {
        actorId,
        act: "round.open",
        subject: `round/${row.id}`,
        after: { settings, closesAt },
      });
      await enqueue(sql, "fill-buffer", {}, { key: "fill-buffer", queue: "fill-buffer" });
      return viewOf(row);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("conflict", "round.already-open", "A round is open already: close it first.");
  }
}

/** Stops handing out the round's tasks and starts the chain aggregate → score → weigh → finish. */
export async function closeRound(
  deps: Pick<Deps, "db" | "subnet">,
  roundId: number,
  actorId: string | null,
): Promise<void> {
  await deps.db.withTransaction(async (sql) => {
    const round = await findRound(sql, deps.subnet, roundId);
    if (!round) throw new DomainError("not-found", "round.unknown", `There is no round ${roundId} on this subnet.`);
    if (!(await markClosing(sql, roundId))) {
      throw new DomainError("conflict", "round.not-open", `Round ${round.number} is ${round.state}, not open.`);
    }
    await recordAct(sql, { actorId, act: "round.close", subject: `round/${roundId}` });
    await enqueue(sql, "aggregate-round", { roundId }, { key: `aggregate-round:${roundId}` });
  });
}

/** Closes rounds whose time has come. */
export async function closeDueRounds(deps: Pick<Deps, "db" | "subnet">): Promise<void> {
  for (const roundId of await listDueRounds(deps.db.sql, deps.subnet)) await closeRound(deps, roundId, null);
}

/** The last step of closing: secret, truths and salts become public. A second run changes nothing. */
export async function finishRound(deps: RoundDeps, roundId: number): Promise<void> {
  await deps.db.withTransaction(async (sql) => {
    const sealed = await findSealedSecret(sql, roundId);
    if (!sealed) throw new DomainError("not-found", "round.unknown", `There is no round ${roundId}.`);
    const closed = await markClosed(sql, roundId, Buffer.from(deps.vault.open(sealed)).toString("hex"));
    if (closed) await appendOutbox(sql, "round.closed", { roundId });
  });
}

export async function readRound(deps: Pick<Deps, "db" | "subnet">, roundId: number): Promise<RoundView> {
  const row = await findRound(deps.db.sql, deps.subnet, roundId);
  if (!row) throw new DomainError("not-found", "round.unknown", `There is no round ${roundId} on this subnet.`);
  return viewOf(row);
}

export async function readRounds(
  deps: Pick<Deps, "db" | "subnet">,
): Promise<(RoundView & { tasks: number; labels: number })[]> {
  const rows = await listRounds(deps.db.sql, deps.subnet, 100);
  return rows.map((row) => ({ ...viewOf(row), tasks: row.tasks, labels: row.labels }));
}
