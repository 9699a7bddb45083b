import type { Sql } from "./db.ts";

/** Events that the outside world may hear of. */
export type OutboxTopic = "task.closed" | "round.closed" | "export.completed";

/** Notes an event in the transaction that caused it. */
export async function appendOutbox(
  sql: Sql,
  topic: OutboxTopic,
  payload: Record<string, string | number>,
): Promise<void> {
  await sql(
    "insert into outbox (topic, payload) values ($1, $2::jsonb)",
    [topic, JSON.stringify(payload)],
    "append-outbox",
  );
}
