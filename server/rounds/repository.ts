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
  graceEndsAt: Date | null;
  labelledAt: Date | null;
  closedAt: Date | null;
};

const COLUMNS = `id, number, state, settings, secret_hash as "secretHash", secret_reveal as "secretReveal",
  opened_at as "openedAt", closes_at as "closesAt", grace_ends_at as "graceEndsAt", labelled_at as "labelledAt", closed_at as "closedAt"`;

export type NewRound = {
  subnet: Subnet;
  settings: string;
  secretSealed: Uint8Array;
  secretHash: string;
  closesAt: Date | null;
  /** Hours until it closes by itself when `closesAt` does not say. */
  durationHours: number | null;
};

/** Any fixed number: who opens a round does so alone. */
const OPENING_LOCK = 7_164_201;

/**
 * Lets one transaction at a time open a round. A new partition's foreign key locks the table of rounds against writers:
 * a second opener, who has written to it and waits for the first to commit, would be waited for by the first.
 */
export async function lockOpening(sql: Sql): Promise<void> {
  await sql("select pg_advisory_xact_lock($1)", [OPENING_LOCK]);
}

export async function insertRound(sql: Sql, round: NewRound): Promise<RoundRow> {
  const rows = await sql<RoundRow>(
    `insert into round (network, netuid, number, settings, secret_sealed, secret_hash, closes_at)
     select $1::text, $2::smallint, coalesce(max(number), 0) + 1, $3::jsonb, $4, $5,
            coalesce($6::timestamptz, now() + make_interval(secs => $7::float8 * 3600))
     from round where network = $1 and netuid = $2
     returning ${COLUMNS}`,
    [
      round.subnet.network,
      round.subnet.netuid,
      round.settings,
      round.secretSealed,
      round.secretHash,
      round.closesAt,
      round.durationHours,
    ],
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

export type RoundSummaryRow = RoundRow & { tasks: number; labels: number };

const SUMMARY_COLUMNS = `${COLUMNS},
  (select count(*)::int from task t where t.round_id = round.id) as tasks,
  (select coalesce(sum(t.submitted), 0)::int from task t where t.round_id = round.id) as labels`;

export async function findRound(sql: Sql, subnet: Subnet, roundId: number): Promise<RoundSummaryRow | null> {
  const rows = await sql<RoundSummaryRow>(
    `select ${SUMMARY_COLUMNS} from round where id = $1 and network = $2 and netuid = $3`,
    [roundId, subnet.network, subnet.netuid],
  );
  return rows[0] ?? null;
}

export async function listRounds(sql: Sql, subnet: Subnet, limit: number): Promise<RoundSummaryRow[]> {
  return sql(`select ${SUMMARY_COLUMNS} from round where network = $1 and netuid = $2 order by number desc limit $3`, [
    subnet.network,
    subnet.netuid,
    limit,
  ]);
}

/** A round as its state decides on it, locked until the transaction ends. */
export async function lockRound(sql: Sql, subnet: Subnet, roundId: number): Promise<RoundRow | null> {
  const rows = await sql<RoundRow>(
    `select ${COLUMNS} from round where id = $1 and network = $2 and netuid = $3 for update`,
    [roundId, subnet.network, subnet.netuid],
  );
  return rows[0] ?? null;
}

/** Open rounds whose time has come. */
export async function listDueRounds(sql: Sql, subnet: Subnet): Promise<number[]> {
  const rows = await sql<{ id: number }>(
    "select id from round where network = $1 and netuid = $2 and state = 'open' and closes_at <= now()",
    [subnet.network, subnet.netuid],
  );
  return rows.map((row) => row.id);
}

/** Closing rounds that still take answers. */
export async function listRoundsInGrace(sql: Sql, subnet: Subnet): Promise<number[]> {
  const rows = await sql<{ id: number }>(
    "select id from round where network = $1 and netuid = $2 and state = 'closing' and labelled_at is null",
    [subnet.network, subnet.netuid],
  );
  return rows.map((row) => row.id);
}

/** open → closing: no task of the round is handed out any more. */
export async function markClosing(
  sql: Sql,
  roundId: number,
  how: { graceSeconds: number; opensNext: boolean },
): Promise<void> {
  // The column holds milliseconds and would round up: a grace of 0 s must be over at once.
  await sql(
    `update round set state = 'closing', opens_next = $3,
       grace_ends_at = date_trunc('milliseconds', now() + make_interval(secs => $2)) where id = $1`,
    [roundId, how.graceSeconds, how.opensNext],
  );
  await sql("update task set state = 'closed', closed_at = now() where round_id = $1 and state in ('draft', 'open')", [
    roundId,
  ]);
  await sql("update slot set state = 'void' where round_id = $1 and state = 'free'", [roundId]);
}

/**
 * Ends the leases of a closing round that have run out, and all of them once its grace is over. Called before the round
 * is locked: whoever submits holds the assignment first and the round second, too.
 */
export async function endClosingLeases(sql: Sql, roundId: number): Promise<void> {
  await sql(
    `with ended as (
       update assignment a set state = 'expired', ended_at = now() from round r
       where r.id = $1 and a.round_id = r.id and a.state = 'open' and r.state = 'closing'
         and (a.expires_at <= now() or r.grace_ends_at <= now())
       returning a.slot_id
     )
     update slot set state = 'void' from ended e where slot.id = e.slot_id and slot.state = 'leased'`,
    [roundId],
  );
}

/** Leases in flight, when the first of them ends, and whether the wait for them is over; by the database's clock. */
export type LeasesInFlight = { openLeases: number; graceOver: boolean; lookAgainAt: Date | null };

export async function readLeasesInFlight(sql: Sql, roundId: number): Promise<LeasesInFlight> {
  const rows = await sql<LeasesInFlight>(
    `select count(a.id)::int as "openLeases", coalesce(r.grace_ends_at <= now(), false) as "graceOver",
            least(r.grace_ends_at, min(a.expires_at)) as "lookAgainAt"
     from round r left join assignment a on a.round_id = r.id and a.state = 'open' and a.expires_at > now()
     where r.id = $1 group by r.id`,
    [roundId],
  );
  return rows[0] ?? { openLeases: 0, graceOver: false, lookAgainAt: null };
}

/** Notes the moment from which a closing round takes no answers. False when it was noted before. */
export async function markLabelled(sql: Sql, roundId: number): Promise<boolean> {
  const rows = await sql("update round set labelled_at = now() where id = $1 and labelled_at is null returning id", [
    roundId,
  ]);
  return rows.length > 0;
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

/** Settings of the newest round when it has closed and is to be followed by another. */
export async function findSettingsToFollow(sql: Sql, subnet: Subnet): Promise<unknown> {
  const rows = await sql<{ settings: unknown }>(
    `select settings from (
       select settings, state, opens_next from round where network = $1 and netuid = $2 order by number desc limit 1
     ) newest where state = 'closed' and opens_next`,
    [subnet.network, subnet.netuid],
  );
  return rows[0]?.settings ?? null;
}
