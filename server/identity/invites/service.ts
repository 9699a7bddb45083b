import type { Actor } from "#server/api/context.ts";
import { DomainError } from "#server/errors.ts";
import { recordAct } from "#server/platform/audit.ts";
import { only, type Sql } from "#server/platform/db.ts";
import type { Deps, Subnet } from "#server/platform/deps.ts";
import { sha256Hex } from "#server/platform/hashing.ts";

import { findInvite, insertInvite, listInvites, listValidatorIds, revokeInvite } from "./repository.ts";
import type { InviteInput, InviteRole, InviteState, InviteView, NewInvite, PublicInvite } from "./schema.ts";

/** Whom the role of an inviter lets them bring into their team. Owners come with a new team, or from an operator. */
const MAY_INVITE = {
  owner: ["manager", "labeller"],
  manager: ["labeller"],
  labeller: [],
} as const satisfies Record<Actor["memberships"][number]["role"], readonly InviteRole[]>;

const isTeamless = (role: InviteRole) => role === "validator" || role === "operator";

function assertMayInvite(actor: Actor, input: InviteInput): void {
  if (isTeamless(input.role) !== (input.teamId === null)) {
    throw new DomainError("invalid", "invite.role-without-team", "Team roles need a team, and only they have one.");
  }
  if (actor.isOperator) return;
  const membership = actor.memberships.find((m) => m.teamId === input.teamId && m.state === "active");
  const allowed: readonly InviteRole[] = membership ? MAY_INVITE[membership.role] : [];
  if (!allowed.includes(input.role)) {
    throw new DomainError("forbidden", "invite.not-allowed", "You may not invite people to this role.");
  }
}

/** Makes an invite inside the caller's transaction, which has decided that it may exist. */
export async function issueInvite(
  deps: Pick<Deps, "random" | "appOrigin">,
  sql: Sql,
  actorId: string,
  input: InviteInput,
): Promise<NewInvite> {
  const token = deps.random.token(32);
  const { validatorId = null } = input;
  const rows = await insertInvite(sql, { ...input, validatorId, tokenHash: sha256Hex(token), createdBy: actorId });
  const { id, expiresAt } = only(rows, "The new invite");
  await recordAct(sql, { actorId, act: "invite.create", subject: `invite/${id}`, after: { ...input } });
  return { inviteId: id, expiresAt, url: `${deps.appOrigin}/invite/${token}` };
}

export async function createInvite(
  deps: Pick<Deps, "db" | "random" | "appOrigin" | "subnet">,
  actor: Actor,
  input: InviteInput,
): Promise<NewInvite> {
  assertMayInvite(actor, input);
  return deps.db.withTransaction(async (sql) => {
    const validatorId = await validatorOf(sql, deps.subnet, input);
    return issueInvite(deps, sql, actor.accountId, { ...input, validatorId });
  });
}

/** The validator of this subnet that an invite leads to; none for other roles. */
async function validatorOf(sql: Sql, subnet: Subnet, input: InviteInput): Promise<string | undefined> {
  const { role, validatorId } = input;
  if (role !== "validator") {
    if (validatorId === undefined) return undefined;
    throw new DomainError("invalid", "invite.validator-without-role", "Only an invite of a validator names one.");
  }
  const known = await listValidatorIds(sql, subnet);
  const [first] = known;
  if (first === undefined) {
    throw new DomainError("conflict", "validator.none", "This subnet has no validator that people could join.");
  }
  if (validatorId === undefined) {
    if (known.length === 1) return first;
    throw new DomainError("invalid", "validator.several", "This subnet has several validators: name one of them.");
  }
  if (known.includes(validatorId)) return validatorId;
  throw new DomainError("not-found", "validator.unknown", "This subnet has no such validator.");
}

const refusals = {
  expired: "This invite has expired. Ask for a new one.",
  "used-up": "All places of this invite are taken. Ask for a new one.",
  revoked: "This invite was withdrawn. Ask for a new one.",
} as const satisfies Record<Exclude<InviteState, "open">, string>;

const unknownInvite = () =>
  new DomainError("not-found", "invite.unknown", "This invite does not exist. Check that the link is whole.");

/** Throws what the holder of a link that does not open anything should be told. */
export async function assertOpenInvite(sql: Sql, tokenHash: string): Promise<void> {
  const invite = await findInvite(sql, tokenHash);
  if (invite === null) throw unknownInvite();
  if (invite.state !== "open") {
    throw new DomainError("conflict", `invite.${invite.state}`, refusals[invite.state]);
  }
}

export async function readInvite(deps: Pick<Deps, "db">, token: string): Promise<PublicInvite> {
  const invite = await findInvite(deps.db.sql, sha256Hex(token));
  if (invite === null) throw unknownInvite();
  const { teamName, validatorName, role, state } = invite;
  return { teamName, validatorName, role, state };
}

export async function invitesOf(deps: Pick<Deps, "db">, teamId: string | null): Promise<InviteView[]> {
  return listInvites(deps.db.sql, teamId);
}

/** Withdraws an invite; `teamId` is the team that the actor answers for, `any` for an operator. */
export async function withdrawInvite(
  deps: Pick<Deps, "db">,
  actor: Actor,
  inviteId: string,
  teamId: string | "any",
): Promise<void> {
  await deps.db.withTransaction(async (sql) => {
    const revoked = await revokeInvite(sql, inviteId, teamId);
    if (revoked === null) throw unknownInvite();
    const subject = `invite/${inviteId}`;
    await recordAct(sql, { actorId: actor.accountId, act: "invite.revoke", subject, before: { ...revoked } });
  });
}
