import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

import type { InviteInput, InviteRole, InviteState, InviteView } from "./schema.ts";

/** Why an invite is closed matters to the person who holds it: a withdrawn one will not come back. */
const STATE_SQL = `case
  when i.revoked_at is not null then 'revoked'
  when i.expires_at <= now() then 'expired'
  when i.used >= i.cap then 'used-up'
  else 'open' end`;

export type NewInviteRow = Omit<InviteInput, "validatorId"> & {
  validatorId: string | null;
  tokenHash: string;
  createdBy: string;
};

export async function insertInvite(sql: Sql, invite: NewInviteRow): Promise<{ id: string; expiresAt: Date }[]> {
  return sql<{ id: string; expiresAt: Date }>(
    `insert into invite (token_hash, team_id, role, cap, expires_at, created_by, validator_id)
     values ($1, $2, $3, $4, now() + make_interval(hours => $5), $6, $7) returning id, expires_at as "expiresAt"`,
    [
      invite.tokenHash,
      invite.teamId,
      invite.role,
      invite.cap,
      invite.expiresInHours,
      invite.createdBy,
      invite.validatorId,
    ],
  );
}

export type InviteRow = {
  id: string;
  teamName: string | null;
  validatorName: string | null;
  role: InviteRole;
  state: InviteState;
};

export async function findInvite(sql: Sql, tokenHash: string): Promise<InviteRow | null> {
  const rows = await sql<InviteRow>(
    `select i.id, t.name as "teamName", v.name as "validatorName", i.role, ${STATE_SQL} as state
     from invite i left join team t on t.id = i.team_id left join validator v on v.id = i.validator_id where i.token_hash = $1`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

export type Place = {
  inviteId: string;
  teamId: string | null;
  validatorId: string | null;
  role: InviteRole;
  inviteCreatedAt: Date;
};

/**
 * Takes one place of an open invite. The row stays locked until the transaction ends, so that
 * concurrent guests queue here; a guest whose sign-up fails rolls back and the place is free again.
 */
export async function takePlace(sql: Sql, tokenHash: string): Promise<Place | null> {
  const rows = await sql<Place>(
    `update invite set used = used + 1
     where token_hash = $1 and revoked_at is null and expires_at > now() and used < cap
     returning id as "inviteId", team_id as "teamId", validator_id as "validatorId", role, created_at as "inviteCreatedAt"`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

/** False when the account belongs to the team already, be it paused: an invite is no way around a pause. */
export async function grantMembership(
  sql: Sql,
  grant: { teamId: string; accountId: string; role: InviteRole },
): Promise<boolean> {
  const rows = await sql(
    `insert into membership (team_id, account_id, role) values ($1, $2, $3)
     on conflict (team_id, account_id) do update set role = excluded.role, state = 'active', joined_at = now()
       where membership.state = 'ended'
     returning 1`,
    [grant.teamId, grant.accountId, grant.role],
  );
  return rows.length > 0;
}

/** Whether somebody else ended this membership after the moment given. */
export async function wasEndedSince(sql: Sql, subject: string, since: Date): Promise<boolean> {
  const rows = await sql(
    `select 1 from audit_log where created_at >= $2 and act = 'team.end-membership' and subject = $1 limit 1`,
    [subject, since],
  );
  return rows.length > 0;
}

export async function listValidatorIds(sql: Sql, subnet: Subnet): Promise<string[]> {
  const rows = await sql<{ id: string }>("select id from validator where network = $1 and netuid = $2 order by id", [
    subnet.network,
    subnet.netuid,
  ]);
  return rows.map((row) => row.id);
}

export async function grantValidator(sql: Sql, validatorId: string, accountId: string): Promise<boolean> {
  const rows = await sql(
    "insert into validator_member (validator_id, account_id) values ($1, $2) on conflict do nothing returning 1",
    [validatorId, accountId],
  );
  return rows.length > 0;
}

export async function grantOperator(sql: Sql, accountId: string): Promise<boolean> {
  const rows = await sql(
    "update account set is_operator = true, updated_at = now() where id = $1 and not is_operator returning 1",
    [accountId],
  );
  return rows.length > 0;
}

/** Invites of a team, or of no team, newest first; ended ones stay visible for a month. */
export async function listInvites(sql: Sql, teamId: string | null): Promise<InviteView[]> {
  return sql<InviteView>(
    `select i.id as "inviteId", i.role, v.name as "validatorName", i.cap, i.used, ${STATE_SQL} as state, i.expires_at as "expiresAt",
       i.created_at as "createdAt", a.name as "createdByName"
     from invite i left join account a on a.id = i.created_by left join validator v on v.id = i.validator_id
     where i.team_id is not distinct from $1::uuid and i.expires_at > now() - interval '30 days'
     order by i.created_at desc, i.id limit 200`,
    [teamId],
  );
}

/** The team (null for none) and role of an invite that nobody has withdrawn yet, withdrawn by this very statement. */
export async function revokeInvite(
  sql: Sql,
  inviteId: string,
  teamId: string | null | "any",
): Promise<{ teamId: string | null; role: InviteRole } | null> {
  const rows = await sql<{ teamId: string | null; role: InviteRole }>(
    `update invite set revoked_at = now()
     where id = $1 and revoked_at is null and ($2 or team_id is not distinct from $3::uuid)
     returning team_id as "teamId", role`,
    [inviteId, teamId === "any", teamId === "any" ? null : teamId],
  );
  return rows[0] ?? null;
}

/** Withdraws what a person invited in a team's name. */
export async function revokeInvitesBy(sql: Sql, teamId: string, accountId: string): Promise<void> {
  await sql("update invite set revoked_at = now() where team_id = $1 and created_by = $2 and revoked_at is null", [
    teamId,
    accountId,
  ]);
}
