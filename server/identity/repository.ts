import type { Actor } from "#server/api/context.ts";
import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

import { SESSION_DAYS } from "./session-cookie.ts";

/**
 * Everything that a request is decided on, by one statement over unique indexes. Memberships come
 * active first and then in order of joining: the first labeller membership is the one that labels.
 */
const ACTOR_SQL = `
  select s.id as "sessionId", a.id as "accountId", a.name, a.locale, a.level, a.is_operator as "isOperator",
    coalesce((
      select json_agg(json_build_object('teamId', m.team_id, 'minerId', mi.id, 'role', m.role, 'state', m.state)
        order by m.state, m.joined_at, m.team_id)
      from membership m
      left join miner mi on mi.team_id = m.team_id and mi.network = $2 and mi.netuid = $3
      where m.account_id = a.id and m.state <> 'ended'
    ), '[]'::json) as memberships,
    array(
      select vm.validator_id::text from validator_member vm
      join validator v on v.id = vm.validator_id and v.network = $2 and v.netuid = $3
      where vm.account_id = a.id order by vm.created_at, vm.validator_id
    ) as "validatorIds"
  from session s join account a on a.id = s.account_id
  where s.token = $1 and s.expires_at > now()`;

/** Null when the session was revoked, has expired, or never was. */
export async function findActor(sql: Sql, token: string, subnet: Subnet): Promise<Actor | null> {
  const rows = await sql<Actor>(ACTOR_SQL, [token, subnet.network, subnet.netuid], "identity.actor");
  return rows[0] ?? null;
}

export type NewAccount = { id: string; name: string; email: string; locale: string; passwordHash: string };

/** False when the e-mail address is taken; then nothing was written. */
export async function insertAccount(sql: Sql, account: NewAccount): Promise<boolean> {
  const inserted = await sql(
    "insert into account (id, name, email, locale) values ($1, $2, $3, $4) on conflict (email) do nothing returning id",
    [account.id, account.name, account.email, account.locale],
  );
  if (inserted.length === 0) return false;
  await insertPassword(sql, account.id, account.passwordHash);
  return true;
}

export type NewSession = { id: string; token: string; accountId: string; ip: string; userAgent: string | null };

export async function insertSession(sql: Sql, session: NewSession): Promise<void> {
  await sql(
    `insert into session (id, token, account_id, expires_at, ip_address, user_agent)
     values ($1, $2, $3, now() + make_interval(days => $4), $5, $6)`,
    [session.id, session.token, session.accountId, SESSION_DAYS, session.ip, session.userAgent],
  );
}

/** Slides the end of a session forward at most once a day; returns its token when it did. */
export async function slideSession(sql: Sql, sessionId: string): Promise<string | null> {
  const rows = await sql<{ token: string }>(
    `update session set expires_at = now() + make_interval(days => $2), updated_at = now()
     where id = $1 and expires_at > now() and expires_at < now() + make_interval(days => $2 - 1)
     returning token`,
    [sessionId, SESSION_DAYS],
  );
  return rows[0]?.token ?? null;
}

export async function deleteSession(sql: Sql, accountId: string, sessionId: string): Promise<boolean> {
  const rows = await sql("delete from session where id = $1 and account_id = $2 returning id", [sessionId, accountId]);
  return rows.length > 0;
}

export async function deleteOtherSessions(sql: Sql, accountId: string, keptSessionId: string): Promise<number> {
  const rows = await sql("delete from session where account_id = $1 and id <> $2 returning id", [
    accountId,
    keptSessionId,
  ]);
  return rows.length;
}

export type SessionRow = { id: string; createdAt: Date; usedAt: Date; ip: string | null; userAgent: string | null };

export async function listSessions(sql: Sql, accountId: string): Promise<SessionRow[]> {
  return sql<SessionRow>(
    `select id, created_at as "createdAt", updated_at as "usedAt", ip_address as ip, user_agent as "userAgent"
     from session where account_id = $1 and expires_at > now() order by updated_at desc limit 100`,
    [accountId],
  );
}

export type PasskeyRow = { id: string; name: string | null; createdAt: Date | null; backedUp: boolean };

export async function listPasskeys(sql: Sql, accountId: string): Promise<PasskeyRow[]> {
  return sql<PasskeyRow>(
    `select id, name, created_at as "createdAt", backed_up as "backedUp"
     from passkey where account_id = $1 order by created_at, id limit 100`,
    [accountId],
  );
}

export async function deletePasskey(sql: Sql, accountId: string, passkeyId: string): Promise<boolean> {
  const rows = await sql("delete from passkey where id = $1 and account_id = $2 returning id", [passkeyId, accountId]);
  return rows.length > 0;
}

export async function findEmail(sql: Sql, accountId: string): Promise<string | null> {
  const rows = await sql<{ email: string }>("select email from account where id = $1", [accountId]);
  return rows[0]?.email ?? null;
}

export async function updateLocale(sql: Sql, accountId: string, locale: string): Promise<void> {
  await sql("update account set locale = $2, updated_at = now() where id = $1", [accountId, locale]);
}

export async function updateName(sql: Sql, accountId: string, name: string): Promise<void> {
  await sql("update account set name = $2, updated_at = now() where id = $1", [accountId, name]);
}

/** The hash of an account's password, locked until the transaction ends; null for people who have none. */
export async function lockPassword(sql: Sql, accountId: string): Promise<string | null> {
  await sql("select 1 from account where id = $1 for update", [accountId]);
  const rows = await sql<{ password: string | null }>(
    "select password from credential where account_id = $1 and provider_id = 'credential'",
    [accountId],
  );
  return rows[0]?.password ?? null;
}

/** Replaces the password, or adds one to an account that had none. */
export async function savePassword(sql: Sql, accountId: string, passwordHash: string): Promise<void> {
  const updated = await sql(
    `update credential set password = $2, updated_at = now()
     where account_id = $1 and provider_id = 'credential' returning 1`,
    [accountId, passwordHash],
  );
  if (updated.length === 0) await insertPassword(sql, accountId, passwordHash);
}

/** The shape that better-auth's e-mail sign-in looks for. */
async function insertPassword(sql: Sql, accountId: string, passwordHash: string): Promise<void> {
  await sql(
    `insert into credential (id, provider_account_id, provider_id, account_id, password)
     values ($1, $1, 'credential', $1, $2)`,
    [accountId, passwordHash],
  );
}

/** Whether the person proved who they are, by link, passkey or password, within the last minutes. */
export async function isSessionYounger(sql: Sql, sessionId: string, minutes: number): Promise<boolean> {
  const rows = await sql("select 1 from session where id = $1 and created_at > now() - make_interval(mins => $2)", [
    sessionId,
    minutes,
  ]);
  return rows.length > 0;
}

export type TeamNameRow = { teamId: string; name: string };

export async function listTeamNames(sql: Sql, teamIds: readonly string[]): Promise<TeamNameRow[]> {
  if (teamIds.length === 0) return [];
  return sql<TeamNameRow>(`select id as "teamId", name from team where id = any($1::uuid[])`, [teamIds]);
}

/** Rows that have outlived any use: expired sessions and challenges, links a month after their end. */
export async function deleteOutlived(sql: Sql): Promise<void> {
  await sql("delete from session where expires_at < now()");
  await sql("delete from identity_verification where expires_at < now()");
  await sql("delete from sign_in_link where expires_at < now() - interval '30 days'");
}
