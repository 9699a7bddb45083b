import type { Sql } from "./db.ts";

/** A privileged act: who did what to which subject, and what it changed. Secrets are never part of it. */
export type Act = {
  readonly actorId: string | null;
  /** Dotted verb, e.g. `team.pause-labeller`. */
  readonly act: string;
  /** Path of what it was done to, e.g. `team/<id>/account/<id>`. */
  readonly subject: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
};

/** Written in the transaction of the act itself, so that neither exists without the other. */
export async function recordAct(sql: Sql, act: Act): Promise<void> {
  await sql("insert into audit_log (actor_id, act, subject, before, after) values ($1, $2, $3, $4::jsonb, $5::jsonb)", [
    act.actorId,
    act.act,
    act.subject,
    act.before === undefined ? null : JSON.stringify(act.before),
    act.after === undefined ? null : JSON.stringify(act.after),
  ]);
}
