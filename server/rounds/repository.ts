import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

export type RoundRow = {
  id: number;
  number: number;
  state: "open" | "closing" | "closed";
  settings: unknown;
  secretHash: string;
  secretReveal: string | null;
  openedAt: Date;
  closesAt: Date | null;
  closedAt: Date | null;
};

const COLUMNS = `id, number, state, settings, secret_hash as "secretHash", secret_reveal as "secretReveal",
  opened_at as "openedAt", closes_at as "closesAt", closed_at as "closedAt"`;

export async function insertRound(
  sql: Sql,
  round: { subnet: Subnet; settings: string; secretSealed: Uint8Array; secretHash: string; closesAt: Date | null },
): Promise<RoundRow> {
  const rows = await sql<RoundRow>(
    `insert into round (network, netuid, number, settings, secret_sealed, secret_hash, closes_at)
     select $1::text, $2::smallint, coalesce(max(number), 0) + 1, $3::jsonb, $4, $5, $6
     from round where network = $1 and netuid = $2
     returning ${COLUMNS}`,
    [round.subnet.network, round.subnet.netuid, round.settings, round.secretSealed, round.secretHash, round.closesAt],
  );
  const [row] = rows;
  if (!row) throw new Error("the round was not stored");
  return row;
}

/** Labels and observations of a round live in partitions of their own: dropping a round later is instant. */
export async function createPartitions(sql: Sql, roundId: number): Promise<void> {
  if (!Number.isSafeInteger(roundId)) throw new Error("a round id is an integer");
  for (const table of ["label", "observation"]) {
    await sql(`create table if not exists ${table}_r${roundId} partition of ${table} for values in (${roundId})`);
  }
}

export async function findRound(sql: Sql, subnet: Subnet, roundId: number): Promise<RoundRow | null> {
  const rows = await sql<RoundRow>(`select ${COLUMNS} from round where id = $1 and network = $2 and netuid = $3`, [
    roundId,
    subnet.network,
    subnet.netuid,
  ]);
  return rows[0] ?? null;
}

export async function listRounds(
  sql: Sql,
  subnet: Subnet,
  limit: number,
): Promise<(RoundRow & { tasks: number; labels: number })[]> {
  return sql(
    `select ${COLUMNS},
       (select count(*)::int from task t where t.round_id = round.id) as tasks,
       (select coalesce(sum(t.submitted), 0)::int from task t where t.round_id = round.id) as labels
     from round where network = $1 and netuid = $2 order by number desc limit $3`,
    [subnet.network, subnet.netuid, limit],
  );
}

/** Open rounds whose time has come. */
export async function listDueRounds(sql: Sql, subnet: Subnet): Promise<number[]> {
  const rows = await sql<{ id: number }>(
    "select id from round where network = $1 and netuid = $2 and state = 'open' and closes_at <= now()",
    [subnet.network, subnet.netuid],
  );
  return rows.map((row) => row.id);
}

/** open → closing: no task of the round is handed out any more. Returns false when it was not open. */
export async function markClosing(sql: Sql, roundId: number): Promise<boolean> {
  const rows = await sql("update round set state = 'closing' where id = $1 and state = 'open' returning id", [roundId]);
  if (rows.length === 0) return false;
  await sql("update task set state = 'closed', closed_at = now() where round_id = $1 and state in ('draft', 'open')", [
    roundId,
  ]);
  await sql("update slot set state = 'void' where round_id = $1 and state = 'free'", [roundId]);
  // A lease that has run out counts; one that is still running when the round ends is nobody's fault.
  await sql(
    "update assignment set state = 'expired', ended_at = now() where round_id = $1 and state = 'open' and expires_at <= now()",
    [roundId],
  );
  return true;
}

export async function findSealedSecret(sql: Sql, roundId: number): Promise<Uint8Array | null> {
  const rows = await sql<{ sealed: Uint8Array }>("select secret_sealed as sealed from round where id = $1", [roundId]);
  return rows[0]?.sealed ?? null;
}

/** closing → closed: the secret, every truth and every salt become public together. */
export async function markClosed(sql: Sql, roundId: number, secretReveal: string): Promise<boolean> {
  const rows = await sql(
    "update round set state = 'closed', closed_at = now(), secret_reveal = $2 where id = $1 and state = 'closing' returning id",
    [roundId, secretReveal],
  );
  if (rows.length === 0) return false;
  await sql("update commitment set revealed_at = now() where round_id = $1 and revealed_at is null", [roundId]);
  return true;
}
