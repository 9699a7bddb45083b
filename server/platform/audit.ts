import type { Sql } from "./db.ts";

/** Records a privileged act in the caller's transaction: it is in the log exactly if it happened. */
export async function insertAuditEntry(
  sql: Sql,
  entry: { actorId: string | null; act: string; subject: string; before?: unknown; after?: unknown },
): Promise<void> {
  await sql("insert into audit_log (actor_id, act, subject, before, after) values ($1, $2, $3, $4::jsonb, $5::jsonb)", [
    entry.actorId,
    entry.act,
    entry.subject,
    entry.before === undefined ? null : JSON.stringify(entry.before),
    entry.after === undefined ? null : JSON.stringify(entry.after),
  ]);
}
