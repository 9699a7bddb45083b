import type { Actor } from "#server/api/context.ts";
import { DomainError } from "#server/errors.ts";
import type { Sql } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";
import { sha256Hex } from "#server/platform/hashing.ts";

import { recordAct } from "#server/platform/audit.ts";
import { assertGoodPassword, hashPassword } from "../password.ts";
import { insertAccount } from "../repository.ts";
import { type Caller, startSession } from "../session.ts";
import { grantMembership, grantOperator, grantValidator, type Place, takePlace, wasEndedSince } from "./repository.ts";
import type { AcceptInvite } from "./schema.ts";
import { assertOpenInvite } from "./service.ts";

export const membershipSubject = (teamId: string, accountId: string) => `team/${teamId}/account/${accountId}`;

async function grantTeamless(sql: Sql, place: Place, accountId: string): Promise<boolean> {
  if (place.validatorId !== null) return grantValidator(sql, place.validatorId, accountId);
  if (place.role === "operator") return grantOperator(sql, accountId);
  throw new Error(`an invite of a ${place.role} leads nowhere`);
}

/** Gives an account what the place stands for. Every refusal rolls the place back. */
async function grantPlace(sql: Sql, place: Place, accountId: string): Promise<void> {
  const { teamId, role } = place;
  if (teamId !== null && (await wasEndedSince(sql, membershipSubject(teamId, accountId), place.inviteCreatedAt))) {
    // Else a labeller whom the team let go would walk back in through the link that brought them.
    throw new DomainError(
      "forbidden",
      "membership.ended-by-team",
      "This team ended your membership. Ask for a new invite.",
    );
  }
  const granted =
    teamId === null
      ? await grantTeamless(sql, place, accountId)
      : await grantMembership(sql, { teamId, accountId, role });
  if (!granted) throw new DomainError("conflict", "membership.exists", "You already have what this invite gives.");
  await recordAct(sql, {
    actorId: accountId,
    act: "invite.accept",
    subject: `invite/${place.inviteId}`,
    after: { teamId, role, validatorId: place.validatorId },
  });
}

async function placeOf(sql: Sql, tokenHash: string): Promise<Place> {
  const place = await takePlace(sql, tokenHash);
  if (place) return place;
  await assertOpenInvite(sql, tokenHash);
  // Unreachable while the two statements agree; a place that is neither free nor explained is a bug.
  throw new Error("An open invite gave no place.");
}

/**
 * Makes an account from an invite and signs it in: one transaction, so that a refusal leaves neither
 * a half-made account nor a lost place. The password is hashed before it, because a
 * tenth of a second under the invite's row lock would make a team's newcomers queue.
 * @returns the Set-Cookie header of the new session
 */
export async function acceptInvite(
  deps: Pick<Deps, "db" | "random" | "vault" | "appOrigin" | "subnet">,
  input: AcceptInvite,
  caller: Caller,
): Promise<{ accountId: string; cookie: string }> {
  assertGoodPassword(input.password);
  const tokenHash = sha256Hex(input.token);
  // Hashing is dear: only holders of a link that still opens something may ask for it.
  await assertOpenInvite(deps.db.sql, tokenHash);
  const passwordHash = await hashPassword(input.password);
  const { name, email, locale } = input;
  const accountId = deps.random.uuid();
  return deps.db.withTransaction(async (sql) => {
    const place = await placeOf(sql, tokenHash);
    if (!(await insertAccount(sql, { id: accountId, name, email, locale, passwordHash }))) {
      throw new DomainError(
        "conflict",
        "account.exists",
        "There is an account with this e-mail address. Sign in, then open the invite again.",
      );
    }
    await grantPlace(sql, place, accountId);
    return { accountId, cookie: await startSession(deps, sql, accountId, caller) };
  });
}

/** The same invite for somebody who is signed in: adds the membership to the account they have. */
export async function joinByInvite(
  deps: Pick<Deps, "db" | "subnet">,
  actor: Actor,
  token: string,
): Promise<{ teamId: string | null }> {
  const tokenHash = sha256Hex(token);
  return deps.db.withTransaction(async (sql) => {
    const place = await placeOf(sql, tokenHash);
    await grantPlace(sql, place, actor.accountId);
    return { teamId: place.teamId };
  });
}
