import type { Actor } from "#server/api/context.ts";
import { DomainError } from "#server/errors.ts";
import { recordAct } from "#server/platform/audit.ts";
import { membershipSubject } from "#server/identity/invites/acceptance.ts";
import { revokeInvitesBy } from "#server/identity/invites/repository.ts";
import type { InviteView, NewInvite } from "#server/identity/invites/schema.ts";
import { createInvite, invitesOf, issueInvite, withdrawInvite } from "#server/identity/invites/service.ts";
import type { Sql } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";

import { assertAddress } from "./hotkey.ts";
import {
  countOwners,
  findStanding,
  insertMiner,
  insertTeam,
  listMembers,
  listMyTeams,
  listTeams,
  lockTeam,
  markEnded,
  moveLabeller,
  renameTeam,
  type Standing,
} from "./repository.ts";
import {
  type Member,
  type MemberInput,
  type MyTeam,
  type NewTeam,
  type NewTeamInput,
  TEAM_PAGE,
  type TeamPage,
} from "./schema.ts";

/** A week is time enough for a new owner to open the link. */
const OWNER_INVITE_HOURS = 168;

/** A team, its miner on this subnet, and the link that makes somebody its owner. */
export async function createTeam(
  deps: Pick<Deps, "db" | "random" | "appOrigin" | "subnet">,
  actor: Actor,
  input: NewTeamInput,
): Promise<NewTeam> {
  const { name, hotkey, coldkey = null } = input;
  assertAddress(hotkey, "hotkey");
  if (coldkey !== null) assertAddress(coldkey, "coldkey");
  return deps.db.withTransaction(async (sql) => {
    const teamId = await insertTeam(sql, name);
    const minerId = await insertMiner(sql, { subnet: deps.subnet, teamId, hotkey, coldkey });
    if (minerId === null) {
      throw new DomainError("conflict", "miner.hotkey-taken", "A team of this subnet has this hotkey already.");
    }
    const after = { name, minerId, hotkey, coldkey, ...deps.subnet };
    await recordAct(sql, { actorId: actor.accountId, act: "team.create", subject: `team/${teamId}`, after });
    const invite = { teamId, role: "owner", cap: 1, expiresInHours: OWNER_INVITE_HOURS } as const;
    const { url } = await issueInvite(deps, sql, actor.accountId, invite);
    return { teamId, minerId, ownerInviteUrl: url };
  });
}

/** The actor's rank in a team they manage. The same refusal for a foreign team and for none: ids are not probed. */
function managedRole(actor: Actor, teamId: string): "owner" | "manager" {
  const role = actor.memberships.find((m) => m.teamId === teamId && m.state === "active")?.role;
  if (role === "owner" || role === "manager") return role;
  throw new DomainError("forbidden", "team.not-yours", "You do not manage this team.");
}

export async function myTeams(deps: Pick<Deps, "db" | "subnet">, actor: Actor): Promise<MyTeam[]> {
  return listMyTeams(deps.db.sql, actor.accountId, deps.subnet);
}

export async function membersOf(deps: Pick<Deps, "db" | "subnet">, actor: Actor, teamId: string): Promise<Member[]> {
  managedRole(actor, teamId);
  return listMembers(deps.db.sql, teamId, deps.subnet);
}

export async function inviteToTeam(
  deps: Pick<Deps, "db" | "random" | "appOrigin" | "subnet">,
  actor: Actor,
  input: { teamId: string; role: "manager" | "labeller"; cap: number; expiresInHours: number },
): Promise<NewInvite> {
  managedRole(actor, input.teamId);
  return createInvite(deps, actor, input);
}

export async function teamInvites(deps: Pick<Deps, "db">, actor: Actor, teamId: string): Promise<InviteView[]> {
  managedRole(actor, teamId);
  return invitesOf(deps, teamId);
}

export async function withdrawTeamInvite(
  deps: Pick<Deps, "db">,
  actor: Actor,
  input: { teamId: string; inviteId: string },
): Promise<void> {
  managedRole(actor, input.teamId);
  await withdrawInvite(deps, actor, input.inviteId, input.teamId);
}

async function move(
  deps: Pick<Deps, "db">,
  actor: Actor,
  member: MemberInput,
  change: { act: string; from: "active" | "paused"; to: "active" | "paused" },
): Promise<void> {
  managedRole(actor, member.teamId);
  await deps.db.withTransaction(async (sql) => {
    if (!(await moveLabeller(sql, member, change))) {
      const message = `This person is not a labeller of the team who is ${change.from}.`;
      throw new DomainError("conflict", `membership.not-${change.from}`, message);
    }
    await recordAct(sql, {
      actorId: actor.accountId,
      act: change.act,
      subject: membershipSubject(member.teamId, member.accountId),
      before: { state: change.from },
      after: { state: change.to },
    });
  });
}

/** A paused labeller keeps what they did and gets no new tasks. */
export async function pauseLabeller(deps: Pick<Deps, "db">, actor: Actor, member: MemberInput): Promise<void> {
  await move(deps, actor, member, { act: "team.pause-labeller", from: "active", to: "paused" });
}

export async function resumeLabeller(deps: Pick<Deps, "db">, actor: Actor, member: MemberInput): Promise<void> {
  await move(deps, actor, member, { act: "team.resume-labeller", from: "paused", to: "active" });
}

/** Ends a membership whose standing was read under the team's lock. Work survives; open invites of the person do not. */
async function end(
  sql: Sql,
  actor: Actor,
  member: MemberInput,
  standing: Standing,
  act: "team.end-membership" | "team.leave",
): Promise<void> {
  await markEnded(sql, member.teamId, member.accountId);
  await revokeInvitesBy(sql, member.teamId, member.accountId);
  const subject = membershipSubject(member.teamId, member.accountId);
  await recordAct(sql, { actorId: actor.accountId, act, subject, before: standing, after: { state: "ended" } });
}

async function standingUnderLock(sql: Sql, member: MemberInput): Promise<Standing> {
  await lockTeam(sql, member.teamId);
  const standing = await findStanding(sql, member.teamId, member.accountId);
  if (standing === null || standing.state === "ended") {
    throw new DomainError("not-found", "membership.unknown", "This person is not in the team.");
  }
  return standing;
}

/** The team's side of ending: owners let managers and labellers go, managers labellers. */
export async function endMembership(deps: Pick<Deps, "db">, actor: Actor, member: MemberInput): Promise<void> {
  const role = managedRole(actor, member.teamId);
  await deps.db.withTransaction(async (sql) => {
    const standing = await standingUnderLock(sql, member);
    const mayEnd = standing.role === "labeller" || (role === "owner" && standing.role === "manager");
    if (!mayEnd) {
      throw new DomainError(
        "forbidden",
        "membership.above-you",
        "Only an owner ends a manager; owners leave by themselves.",
      );
    }
    await end(sql, actor, member, standing, "team.end-membership");
  });
}

/** The person's side of ending. */
export async function leaveTeam(deps: Pick<Deps, "db">, actor: Actor, teamId: string): Promise<void> {
  const member = { teamId, accountId: actor.accountId };
  await deps.db.withTransaction(async (sql) => {
    const standing = await standingUnderLock(sql, member);
    if (standing.role === "owner" && (await countOwners(sql, teamId)) === 1) {
      throw new DomainError(
        "conflict",
        "team.last-owner",
        "A team keeps at least one owner. Ask an operator to add another.",
      );
    }
    await end(sql, actor, member, standing, "team.leave");
  });
}

export async function renameOwnTeam(
  deps: Pick<Deps, "db">,
  actor: Actor,
  input: { teamId: string; name: string },
): Promise<void> {
  managedRole(actor, input.teamId);
  await deps.db.withTransaction(async (sql) => {
    const before = await renameTeam(sql, input.teamId, input.name);
    await recordAct(sql, {
      actorId: actor.accountId,
      act: "team.rename",
      subject: `team/${input.teamId}`,
      before: { name: before },
      after: { name: input.name },
    });
  });
}

/** Every team of the installation with its miner on this subnet, a page at a time. */
export async function allTeams(deps: Pick<Deps, "db" | "subnet">, after: string | null): Promise<TeamPage> {
  const rows = await listTeams(deps.db.sql, deps.subnet, { after, limit: TEAM_PAGE + 1 });
  const teams = rows.slice(0, TEAM_PAGE);
  return { teams, next: rows.length > TEAM_PAGE ? (teams.at(-1)?.teamId ?? null) : null };
}
