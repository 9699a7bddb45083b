import { isUniqueViolation, only, type Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

import type { Member, MyTeam, TeamPage } from "./schema.ts";

export async function insertTeam(sql: Sql, name: string): Promise<string> {
  const rows = await sql<{ id: string }>("insert into team (name) values ($1) returning id", [name]);
  return only(rows, "The new team").id;
}

/** Any fixed number: who takes the next uid of a localnet does so alone. */
const UID_LOCK = 5_310_442;

/**
 * A localnet has no chain that gives out uids, so this does; 0 is the owner's, as it is on chain. Elsewhere a miner has none
 * until the chain says so.
 */
async function nextUid(sql: Sql, subnet: Subnet): Promise<number | null> {
  if (subnet.network !== "localnet") return null;
  await sql("select pg_advisory_xact_lock($1)", [UID_LOCK]);
  const rows = await sql<{ uid: number }>(
    "select coalesce(max(uid), 0) + 1 as uid from miner where network = $1 and netuid = $2",
    [subnet.network, subnet.netuid],
  );
  return only(rows, "The next uid").uid;
}

/** Null when a miner of this subnet has the hotkey already; the transaction is then over. */
export async function insertMiner(
  sql: Sql,
  miner: { subnet: Subnet; teamId: string; hotkey: string; coldkey: string | null },
): Promise<string | null> {
  try {
    const uid = await nextUid(sql, miner.subnet);
    const rows = await sql<{ id: string }>(
      "insert into miner (network, netuid, hotkey, coldkey, team_id, uid) values ($1, $2, $3, $4, $5, $6) returning id",
      [miner.subnet.network, miner.subnet.netuid, miner.hotkey, miner.coldkey, miner.teamId, uid],
    );
    return only(rows, "The new miner").id;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

type MyTeamRow = Omit<MyTeam, "miner"> & {
  hotkey: string | null;
  uid: number | null;
  minerState: "active" | "paused" | "deregistered" | null;
};

export async function listMyTeams(sql: Sql, accountId: string, subnet: Subnet): Promise<MyTeam[]> {
  const rows = await sql<MyTeamRow>(
    `select t.id as "teamId", t.name, m.role, m.state, mi.hotkey, mi.uid, mi.state as "minerState"
     from membership m join team t on t.id = m.team_id
     left join miner mi on mi.team_id = t.id and mi.network = $2 and mi.netuid = $3
     where m.account_id = $1 and m.state <> 'ended' order by m.state, m.joined_at, t.id`,
    [accountId, subnet.network, subnet.netuid],
  );
  return rows.map(({ hotkey, uid, minerState, ...team }) => ({
    ...team,
    // A labeller's browser has no use for the address on chain.
    miner:
      team.role === "labeller" || hotkey === null || minerState === null ? null : { hotkey, uid, state: minerState },
  }));
}

/** Everybody who is or was in the team, those who work first. */
export async function listMembers(sql: Sql, teamId: string, subnet: Subnet): Promise<Member[]> {
  return sql<Member>(
    `select a.id as "accountId", a.name, m.role, m.state, m.joined_at as "joinedAt",
       coalesce(today.labels, 0)::int as "labelsToday"
     from membership m join account a on a.id = m.account_id
     left join (
       select l.labeller_id, count(*) as labels from label l
       join miner mi on mi.id = l.miner_id and mi.team_id = $1
       where l.network = $2 and l.netuid = $3
         and l.labeller_id in (select account_id from membership where team_id = $1)
         and l.submitted_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
       group by l.labeller_id
     ) today on today.labeller_id = a.id
     where m.team_id = $1
     order by array_position(array['active', 'paused', 'ended'], m.state),
       array_position(array['owner', 'manager', 'labeller'], m.role), a.name, a.id
     limit 2000`,
    [teamId, subnet.network, subnet.netuid],
  );
}

/** Moves a labeller between two states; null when they are not a labeller of the team in the first. */
export async function moveLabeller(
  sql: Sql,
  member: { teamId: string; accountId: string },
  move: { from: "active" | "paused"; to: "active" | "paused" },
): Promise<boolean> {
  const rows = await sql(
    `update membership set state = $4
     where team_id = $1 and account_id = $2 and role = 'labeller' and state = $3 returning 1`,
    [member.teamId, member.accountId, move.from, move.to],
  );
  return rows.length > 0;
}

export type Standing = { role: Member["role"]; state: Member["state"] };

export async function findStanding(sql: Sql, teamId: string, accountId: string): Promise<Standing | null> {
  const rows = await sql<Standing>("select role, state from membership where team_id = $1 and account_id = $2", [
    teamId,
    accountId,
  ]);
  return rows[0] ?? null;
}

/** Serialises changes of who owns a team, so that two last owners cannot leave at once. */
export async function lockTeam(sql: Sql, teamId: string): Promise<void> {
  await sql("select 1 from team where id = $1 for update", [teamId]);
}

export async function countOwners(sql: Sql, teamId: string): Promise<number> {
  const rows = await sql<{ owners: number }>(
    "select count(*)::int as owners from membership where team_id = $1 and role = 'owner' and state = 'active'",
    [teamId],
  );
  return only(rows, "The count of owners").owners;
}

/** The row stays: labels, scores and pay refer to the person who did the work. */
export async function markEnded(sql: Sql, teamId: string, accountId: string): Promise<void> {
  await sql("update membership set state = 'ended' where team_id = $1 and account_id = $2", [teamId, accountId]);
}

/** The old name, or null when there is no such team. */
export async function renameTeam(sql: Sql, teamId: string, name: string): Promise<string | null> {
  const rows = await sql<{ name: string }>(
    `update team set name = $2 from (select name from team where id = $1 for update) old
     where id = $1 returning old.name`,
    [teamId, name],
  );
  return rows[0]?.name ?? null;
}

type TeamRow = {
  teamId: string;
  name: string;
  createdAt: Date;
  members: number;
  minerId: string | null;
  hotkey: string | null;
  coldkey: string | null;
  uid: number | null;
  state: "active" | "paused" | "deregistered" | null;
};

/** Teams in the order of their ids, `limit` after the one given. */
export async function listTeams(
  sql: Sql,
  subnet: Subnet,
  page: { after: string | null; limit: number },
): Promise<TeamPage["teams"]> {
  const rows = await sql<TeamRow>(
    `select t.id as "teamId", t.name, t.created_at as "createdAt",
       (select count(*)::int from membership m where m.team_id = t.id and m.state <> 'ended') as members,
       mi.id as "minerId", mi.hotkey, mi.coldkey, mi.uid, mi.state
     from team t left join miner mi on mi.team_id = t.id and mi.network = $1 and mi.netuid = $2
     where $3::uuid is null or t.id > $3::uuid order by t.id limit $4`,
    [subnet.network, subnet.netuid, page.after, page.limit],
  );
  return rows.map(({ minerId, hotkey, coldkey, uid, state, ...team }) => ({
    ...team,
    miner: minerId === null || hotkey === null || state === null ? null : { minerId, hotkey, coldkey, uid, state },
  }));
}
