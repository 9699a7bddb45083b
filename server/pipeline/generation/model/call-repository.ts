import { type Database, only, type Sql } from "#server/platform/db.ts";
import type { BudgetAmounts } from "#server/validator/budget/admit-call.ts";

import type { ModelOutcome, ModelUsage } from "./ports.ts";

export type NewModelCall = {
  runId: string;
  taskKey: string;
  stepKey: string;
  purpose: string;
  promptVersion: string;
  promptHash: string;
  model: string;
  priceMicroMax: number;
};

/** Lets one caller at a time past, until its transaction ends: whoever counts and books does it alone. */
export async function lockMonth(sql: Sql): Promise<void> {
  const month = "to_char(now() at time zone 'utc', 'YYYY-MM')";
  await sql(`insert into model_month (month) values (${month}) on conflict do nothing`);
  await sql(`select from model_month where month = ${month} for update`);
}

/** Micro-dollars that are booked: what ended calls cost, and the most that open ones can. */
export async function readBooked(sql: Sql, input: { runId: string; taskKey: string }): Promise<BudgetAmounts> {
  const rows = await sql<{ task: number; run: number; month: number }>(
    `with booked as (
       select run_id, task_key, coalesce(price_micro, price_micro_max) as micro,
              created_at >= date_trunc('month', now() at time zone 'utc') at time zone 'utc' as "thisMonth"
       from model_call
       where run_id = $1 or created_at >= date_trunc('month', now() at time zone 'utc') at time zone 'utc')
     select coalesce(sum(micro) filter (where run_id = $1 and task_key = $2), 0)::bigint as task,
            coalesce(sum(micro) filter (where run_id = $1), 0)::bigint as run,
            coalesce(sum(micro) filter (where "thisMonth"), 0)::bigint as month
     from booked`,
    [input.runId, input.taskKey],
  );
  return only(rows, "What is booked");
}

export async function insertModelCall(sql: Sql, call: NewModelCall): Promise<string> {
  const rows = await sql<{ id: string }>(
    `insert into model_call (run_id, task_key, step_key, purpose, prompt_version, prompt_hash, model, price_micro_max)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      call.runId,
      call.taskKey,
      call.stepKey,
      call.purpose,
      call.promptVersion,
      call.promptHash,
      call.model,
      call.priceMicroMax,
    ],
  );
  return only(rows, "The call").id;
}

export type EndedModelCall = {
  outcome: ModelOutcome;
  errorCode: string | null;
  usage: ModelUsage | null;
  priceMicro: number | null;
  latencyMs: number;
};

/** Settles a call; one whose tokens nobody counted costs what was booked for it. */
export async function endModelCall(sql: Sql, callId: string, ended: EndedModelCall): Promise<void> {
  await sql(
    `update model_call set outcome = $2, error_code = $3, tokens_in = $4, tokens_out = $5,
            price_micro = coalesce($6, price_micro_max), latency_ms = $7, ended_at = now()
     where id = $1 and outcome = 'open'`,
    [
      callId,
      ended.outcome,
      ended.errorCode,
      ended.usage?.tokensIn ?? null,
      ended.usage?.tokensOut ?? null,
      ended.priceMicro,
      ended.latencyMs,
    ],
  );
}

export async function keepAnswer(sql: Sql, callId: string, answerHash: string): Promise<void> {
  await sql("update model_call set answer_hash = $2 where id = $1", [callId, answerHash]);
}

/** The accepted answer of a step, if an earlier attempt at the run has bought it with the same prompt. */
export async function findAnswer(
  sql: Sql,
  step: { runId: string; stepKey: string; promptHash: string },
): Promise<{ answerHash: string; model: string } | null> {
  const rows = await sql<{ answerHash: string; model: string }>(
    `select answer_hash as "answerHash", model from model_call
     where run_id = $1 and step_key = $2 and prompt_hash = $3 and answer_hash is not null order by created_at limit 1`,
    [step.runId, step.stepKey, step.promptHash],
  );
  return rows[0] ?? null;
}

export type RunCost = { calls: number; tokensIn: number; tokensOut: number; priceMicro: number };

/** What a run has cost; calls that never ended count with the most they can have cost. */
export async function readRunCost(db: Pick<Database, "sql">, runId: string): Promise<RunCost> {
  const rows = await db.sql<RunCost>(
    `select count(*)::int as calls, coalesce(sum(tokens_in), 0)::bigint as "tokensIn",
            coalesce(sum(tokens_out), 0)::bigint as "tokensOut",
            coalesce(sum(coalesce(price_micro, price_micro_max)), 0)::bigint as "priceMicro"
     from model_call where run_id = $1`,
    [runId],
  );
  return only(rows, "The cost of the run");
}
