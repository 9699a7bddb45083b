import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

/** An open assignment with all that its labeller is shown. */
export type LeasedTask = {
  assignment_id: string;
  lease_token: string;
  leased_at: Date;
  expires_at: Date;
  extensions: number;
  now: Date;
  prompts: Record<string, string>;
  documents: string[];
  /** Of its own round, which may be closing while the next is open. */
  settings: unknown;
  draft_revision: number | null;
  draft_state: unknown;
  draft_updated_at: Date | null;
};

const VIEW_COLUMNS = `
  a.id as assignment_id, a.lease_token, a.leased_at, a.expires_at, a.extensions, now() as now,
  p.prompts, r.documents, rd.settings`;

const VIEW_JOINS = `
  join task t on t.id = a.task_id
  join problem p on p.id = t.problem_id
  join round rd on rd.id = a.round_id
  join rendering r on r.task_id = a.task_id and r.miner_id = a.miner_id`;

/** The labeller's open assignment, whether or not its lease has run out. */
export async function findOpenAssignment(sql: Sql, subnet: Subnet, labellerId: string): Promise<LeasedTask | null> {
  const rows = await sql<LeasedTask>(
    `select ${VIEW_COLUMNS}, d.revision as draft_revision, d.state as draft_state, d.updated_at as draft_updated_at
     from assignment a ${VIEW_JOINS}
     left join draft d on d.assignment_id = a.id
     where a.labeller_id = $1 and a.network = $2 and a.netuid = $3 and a.state = 'open'`,
    [labellerId, subnet.network, subnet.netuid],
    "find-open-assignment",
  );
  return rows[0] ?? null;
}

export type ClaimInput = {
  subnet: Subnet;
  labellerId: string;
  minerId: string;
  level: number;
  locale: string;
  kind: "control" | "normal";
  leaseSeconds: number;
  /** Where in the random key order to start looking: 0 … 2^31 − 1. */
  startKey: number;
};

/**
 * Claims one slot of a kind and leases it, in one statement. `for update skip locked` makes rivals
 * take different slots instead of waiting; the random start keeps them off one another's head of
 * the queue and makes co-labelling unpredictable. The unique key (task, miner) settles the rest:
 * of two members of one team that reach one task together, one gets a unique violation.
 */
export async function claimSlot(sql: Sql, input: ClaimInput): Promise<LeasedTask | null> {
  const rows = await sql<LeasedTask>(
    `with ${ONE_AT_A_TIME}, candidate as materialized (
       select s.id, s.task_id, s.round_id
       from one_at_a_time, slot s
       where s.network = $1 and s.netuid = $2 and s.kind = $3 and s.state = 'free'
         and s.priority = (select f.priority from slot f
                           where f.network = $1 and f.netuid = $2 and f.kind = $3 and f.state = 'free'
                           order by f.priority desc limit 1)
         and s.rnd >= $4 and ${ELIGIBLE}
       order by s.rnd limit 1
       for update of s skip locked
     ), ${LEASE_CANDIDATE}`,
    claimValues(input),
    "claim-slot",
  );
  return rows[0] ?? (await claimAnySlot(sql, input));
}

/** The second look, over the whole queue from its head: only when nothing of the first priority lies after the random start. */
async function claimAnySlot(sql: Sql, input: ClaimInput): Promise<LeasedTask | null> {
  const rows = await sql<LeasedTask>(
    `with ${ONE_AT_A_TIME}, candidate as materialized (
       select s.id, s.task_id, s.round_id
       from one_at_a_time, slot s
       where s.network = $1 and s.netuid = $2 and s.kind = $3 and s.state = 'free' and $4::int is not null and ${ELIGIBLE}
       order by s.priority desc, s.rnd limit 1
       for update of s skip locked
     ), ${LEASE_CANDIDATE}`,
    claimValues(input),
    "claim-any-slot",
  );
  return rows[0] ?? null;
}

/** Two tabs of one labeller claim one after the other: the second finds what the first has got. */
const ONE_AT_A_TIME = "one_at_a_time as materialized (select pg_advisory_xact_lock(hashtextextended($5, 0)))";

/** Open, of the labeller's language and level, rendered for this miner, which is active and has not seen it before. */
const ELIGIBLE = `
  exists (select 1 from miner m where m.id = $6 and m.state = 'active') and
  exists (select 1 from task t where t.id = s.task_id and t.state = 'open' and t.min_level <= $7
          and $8 = any (t.languages) and (t.expires_at is null or t.expires_at > now()))
  and exists (select 1 from rendering r where r.task_id = s.task_id and r.miner_id = $6)
  and not exists (select 1 from assignment a where a.task_id = s.task_id and a.miner_id = $6)`;

const LEASE_CANDIDATE = `
  leased as (
    update slot set state = 'leased' from candidate c where slot.id = c.id
  ), a as (
    insert into assignment (slot_id, task_id, round_id, network, netuid, labeller_id, miner_id, expires_at)
    select c.id, c.task_id, c.round_id, $1, $2, $5, $6, now() + make_interval(secs => $9)
    from candidate c returning *
  )
  select ${VIEW_COLUMNS}, null::int as draft_revision, null::jsonb as draft_state, null::timestamptz as draft_updated_at
  from a ${VIEW_JOINS}`;

const claimValues = (input: ClaimInput) => [
  input.subnet.network,
  input.subnet.netuid,
  input.kind,
  input.startKey,
  input.labellerId,
  input.minerId,
  input.level,
  input.locale,
  input.leaseSeconds,
];

export type MinerState = "active" | "paused" | "deregistered";
export type LabellerRound = { round_id: number; settings: unknown; taken: number; miner_state: MinerState };

/** The open round, how many of its tasks this labeller has taken, and what its miner may do. */
export async function findLabellerRound(
  sql: Sql,
  subnet: Subnet,
  labeller: { accountId: string; minerId: string },
): Promise<LabellerRound | null> {
  const rows = await sql<LabellerRound>(
    `select r.id as round_id, r.settings, m.state as miner_state,
            (select count(*)::int from assignment a where a.labeller_id = $3 and a.round_id = r.id) as taken
     from round r join miner m on m.id = $4 and m.network = r.network and m.netuid = r.netuid
     where r.network = $1 and r.netuid = $2 and r.state = 'open'`,
    [subnet.network, subnet.netuid, labeller.accountId, labeller.minerId],
    "find-labeller-round",
  );
  return rows[0] ?? null;
}

/** Ends leases that have run out and gives their places back; of one labeller, or of everybody. Returns how many. */
export async function expireLeases(sql: Sql, labellerId: string | null): Promise<number> {
  const rows = await sql<{ id: string }>(
    `with overdue as (
       select a.id, a.slot_id from assignment a
       where a.state = 'open' and a.expires_at <= now() and ($1::text is null or a.labeller_id = $1)
       order by a.id for update of a skip locked
     ), ended as (
       update assignment set state = 'expired', ended_at = now() from overdue o where assignment.id = o.id returning assignment.id
     ), freed as (
       update slot set state = case when t.state = 'open' then 'free' else 'void' end
       from overdue o, task t where slot.id = o.slot_id and slot.state = 'leased' and t.id = slot.task_id
     )
     select id from ended`,
    [labellerId],
    "expire-leases",
  );
  return rows.length;
}

/** Counts behind "nothing to do because …". */
export type QueueFacts = { open: number; free: number; leased: number; unrendered: number; eligible_elsewhere: number };

export async function readQueueFacts(
  sql: Sql,
  subnet: Subnet,
  minerId: string,
  level: number,
  locale: string,
): Promise<QueueFacts> {
  const rows = await sql<QueueFacts>(
    `with open_task as (
       select t.id, t.min_level, t.languages,
              exists (select 1 from assignment a where a.task_id = t.id and a.miner_id = $3) as seen,
              exists (select 1 from rendering r where r.task_id = t.id and r.miner_id = $3) as rendered
       from task t where t.network = $1 and t.netuid = $2 and t.state = 'open'
     ), fresh as (select * from open_task where not seen)
     select
       (select count(*)::int from open_task) as open,
       (select count(*)::int from fresh f join slot s on s.task_id = f.id and s.state = 'free') as free,
       (select count(*)::int from fresh f join slot s on s.task_id = f.id and s.state = 'leased') as leased,
       (select count(*)::int from fresh where not rendered) as unrendered,
       (select count(*)::int from fresh where min_level > $4 or not ($5 = any (languages))) as eligible_elsewhere`,
    [subnet.network, subnet.netuid, minerId, level, locale],
    "read-queue-facts",
  );
  return rows[0] ?? { open: 0, free: 0, leased: 0, unrendered: 0, eligible_elsewhere: 0 };
}
