import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";
import type { RoundState } from "#server/validator/lifecycle/round.ts";

export type OwnAssignment = {
  id: string;
  slotId: string | null;
  taskId: string;
  roundId: number;
  minerId: string;
  state: "open" | "submitted" | "late" | "surplus" | "skipped" | "expired";
  leaseToken: string;
  leasedAt: Date;
  expiresAt: Date;
  extensions: number;
  now: Date;
  roundState: RoundState;
  leaseSeconds: number;
};

/** To a label a round is closed from the moment at which its labelling is over. */
const ROUND_STATE = "case when r.labelled_at is null then r.state else 'closed' end";

/** A labeller's own assignment, locked until the transaction ends. Nobody else's is ever found. */
export async function lockOwnAssignment(
  sql: Sql,
  subnet: Subnet,
  labellerId: string,
  assignmentId: string,
): Promise<OwnAssignment | null> {
  const rows = await sql<OwnAssignment>(
    `select a.id, a.slot_id as "slotId", a.task_id as "taskId", a.round_id as "roundId", a.miner_id as "minerId", a.state,
            a.lease_token as "leaseToken", a.leased_at as "leasedAt", a.expires_at as "expiresAt", a.extensions, now() as now,
            ${ROUND_STATE} as "roundState", (r.settings ->> 'leaseSeconds')::int as "leaseSeconds"
     from assignment a join round r on r.id = a.round_id
     where a.id = $1 and a.labeller_id = $2 and a.network = $3 and a.netuid = $4
     for update of a`,
    [assignmentId, labellerId, subnet.network, subnet.netuid],
    "lock-own-assignment",
  );
  return rows[0] ?? null;
}

/**
 * The state of a late answer's round, which stays what it is until the transaction ends. Labelling ends when nobody is at
 * work, and nobody waits for late answers: without this lock one could be stored after the labels were counted.
 */
export async function lockRoundState(sql: Sql, roundId: number): Promise<RoundState> {
  const rows = await sql<{ state: RoundState }>(`select ${ROUND_STATE} as state from round r where id = $1 for share`, [
    roundId,
  ]);
  const [row] = rows;
  if (!row) throw new Error("the round of an assignment has gone");
  return row.state;
}

export type NewLabel = {
  subnet: Subnet;
  roundId: number;
  assignmentId: string;
  taskId: string;
  slotId: string | null;
  labellerId: string;
  minerId: string;
  outcome: "submitted" | "late" | "surplus";
  ranks: readonly number[];
  unusable: readonly number[];
  ratings: string;
  comment: string;
  activeMs: number;
  evidence: string;
  submittedAt: Date;
  receipt: { digest: string; content: string };
};

/** Label, receipt, assignment, slot and task together, in one statement. Returns the task's count of answers. */
export async function insertLabel(sql: Sql, label: NewLabel): Promise<{ submitted: number; overlap: number }> {
  const rows = await sql<{ submitted: number; overlap: number }>(
    `with new_label as (
       insert into label (round_id, network, netuid, assignment_id, task_id, labeller_id, miner_id, ranks, unusable, ratings,
                          comment, active_ms, evidence, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::smallint[], $9::smallint[], $10::jsonb, $11, $12, $13::jsonb, $14)
       returning id
     ), new_receipt as (
       insert into receipt (assignment_id, round_id, network, netuid, label_id, digest, content)
       select $4, $1, $2, $3, id, $15, $16 from new_label
     ), ended as (
       update assignment set state = $17, ended_at = $14 where id = $4
     ), filled as (
       update slot set state = 'submitted' where id = $18 and $17 <> 'surplus'
     ), dropped as (
       delete from draft where assignment_id = $4
     )
     update task set submitted = submitted + (case when $17 = 'surplus' then 0 else 1 end)
     where id = $5 returning submitted, overlap`,
    [
      label.roundId,
      label.subnet.network,
      label.subnet.netuid,
      label.assignmentId,
      label.taskId,
      label.labellerId,
      label.minerId,
      [...label.ranks],
      [...label.unusable],
      label.ratings,
      label.comment,
      label.activeMs,
      label.evidence,
      label.submittedAt,
      label.receipt.digest,
      label.receipt.content,
      label.outcome,
      label.slotId,
    ],
    "insert-label",
  );
  const [row] = rows;
  if (!row) throw new Error("the task of a label has gone");
  return row;
}

/** Takes a place of the task for an answer that came after its lease: its own if nobody has it, else any free one. */
export async function takeFreeSlot(sql: Sql, taskId: string): Promise<string | null> {
  const rows = await sql<{ id: string }>(
    `select id from slot where task_id = $1 and state = 'free' order by slot_no limit 1 for update skip locked`,
    [taskId],
  );
  return rows[0]?.id ?? null;
}

export type StoredReceipt = { digest: string; submittedAt: Date; outcome: "submitted" | "late" | "surplus" };

export async function findReceipt(sql: Sql, assignmentId: string): Promise<StoredReceipt | null> {
  const rows = await sql<StoredReceipt>(
    `select c.digest, a.ended_at as "submittedAt", a.state as outcome
     from receipt c join assignment a on a.id = c.assignment_id where c.assignment_id = $1`,
    [assignmentId],
  );
  return rows[0] ?? null;
}

/** Closes a task that has its answers. */
export async function closeTask(sql: Sql, taskId: string): Promise<void> {
  await sql("update task set state = 'closed', closed_at = now() where id = $1 and state = 'open'", [taskId]);
  await sql("update slot set state = 'void' where task_id = $1 and state = 'free'", [taskId]);
}

/** Stores a draft that follows `baseRevision`. Returns the new revision, or null when another device was ahead. */
export async function upsertDraft(
  sql: Sql,
  assignmentId: string,
  baseRevision: number,
  state: string,
): Promise<number | null> {
  const rows = await sql<{ revision: number }>(
    `insert into draft (assignment_id, revision, state) values ($1, $2 + 1, $3::jsonb)
     on conflict (assignment_id) do update set revision = draft.revision + 1, state = excluded.state, updated_at = now()
     where draft.revision = $2
     returning revision`,
    [assignmentId, baseRevision, state],
    "upsert-draft",
  );
  return rows[0]?.revision ?? null;
}

/** One lease length more, but never beyond the end of a closing round's grace: nobody is promised what is cut off. */
export async function extendLease(sql: Sql, assignmentId: string): Promise<{ expiresAt: Date; extensions: number }> {
  const rows = await sql<{ expiresAt: Date; extensions: number }>(
    `update assignment a set extensions = a.extensions + 1,
       expires_at = greatest(a.expires_at, least(
         greatest(a.expires_at, now()) + make_interval(secs => (r.settings ->> 'leaseSeconds')::int), r.grace_ends_at))
     from round r where a.id = $1 and r.id = a.round_id
     returning a.expires_at as "expiresAt", a.extensions`,
    [assignmentId],
  );
  const [row] = rows;
  if (!row) throw new Error("an assignment that was locked has gone");
  return row;
}

/** Ends an assignment without an answer and gives its place back. The task never returns to this team. */
export async function skipAssignment(sql: Sql, assignment: OwnAssignment, reason: string, note: string): Promise<void> {
  await sql(
    "update assignment set state = 'skipped', ended_at = now(), skip_reason = $2, skip_note = $3 where id = $1",
    [assignment.id, reason, note],
  );
  await sql(
    `update slot set state = case when t.state = 'open' then 'free' else 'void' end
     from task t where slot.id = $1 and slot.state = 'leased' and t.id = slot.task_id`,
    [assignment.slotId],
  );
  await sql("delete from draft where assignment_id = $1", [assignment.id]);
}

export type HistoryRow = {
  assignmentId: string;
  prompts: Record<string, string>;
  state: OwnAssignment["state"];
  leasedAt: Date;
  endedAt: Date | null;
  digest: string | null;
};

export async function listHistory(sql: Sql, subnet: Subnet, labellerId: string, limit: number): Promise<HistoryRow[]> {
  return sql<HistoryRow>(
    `select a.id as "assignmentId", p.prompts, a.state, a.leased_at as "leasedAt", a.ended_at as "endedAt", c.digest
     from assignment a join task t on t.id = a.task_id join problem p on p.id = t.problem_id
     left join receipt c on c.assignment_id = a.id
     where a.labeller_id = $1 and a.network = $2 and a.netuid = $3
     order by a.leased_at desc limit $4`,
    [labellerId, subnet.network, subnet.netuid, limit],
  );
}

export async function countToday(sql: Sql, subnet: Subnet, labellerId: string): Promise<number> {
  const rows = await sql<{ count: number }>(
    `select count(*)::int as count from label
     where labeller_id = $1 and network = $2 and netuid = $3 and submitted_at >= date_trunc('day', now())`,
    [labellerId, subnet.network, subnet.netuid],
  );
  return rows[0]?.count ?? 0;
}
