import type { Sql } from "#server/platform/db.ts";

/** False when there is no such account. */
export async function insertLink(
  sql: Sql,
  link: { tokenHash: string; accountId: string; ttlMinutes: number },
): Promise<boolean> {
  const rows = await sql(
    `insert into sign_in_link (token_hash, account_id, expires_at)
     select $1, id, now() + make_interval(mins => $3) from account where id = $2 returning 1`,
    [link.tokenHash, link.accountId, link.ttlMinutes],
  );
  return rows.length > 0;
}

/** Uses a link up. One statement, so that of many who try at once exactly one gets the account. */
export async function consumeLink(sql: Sql, tokenHash: string): Promise<string | null> {
  const rows = await sql<{ accountId: string }>(
    `update sign_in_link set used_at = now()
     where token_hash = $1 and used_at is null and expires_at > now() returning account_id as "accountId"`,
    [tokenHash],
  );
  return rows[0]?.accountId ?? null;
}

export async function explainLink(sql: Sql, tokenHash: string): Promise<"used" | "expired" | "unknown"> {
  const rows = await sql<{ used: boolean }>(
    "select used_at is not null as used from sign_in_link where token_hash = $1",
    [tokenHash],
  );
  const [row] = rows;
  if (row === undefined) return "unknown";
  return row.used ? "used" : "expired";
}
