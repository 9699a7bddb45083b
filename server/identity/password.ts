import { hashPassword as hash, verifyPassword } from "better-auth/crypto";

import type { Actor } from "#server/api/context.ts";
import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";

import { recordAct } from "#server/platform/audit.ts";
import { deleteOtherSessions, isSessionYounger, lockPassword, savePassword } from "./repository.ts";

/** Ten characters and nothing about their kind: length is what costs a guesser (NIST SP 800-63B §5.1.1). */
export const PASSWORD_MIN = 10;
/** Longer ones would only make strangers' requests dearer for us. */
export const PASSWORD_MAX = 128;

export function assertGoodPassword(password: string): void {
  if (password.length < PASSWORD_MIN) {
    throw new DomainError("invalid", "password.too-short", `A password has at least ${PASSWORD_MIN} characters.`);
  }
  if (password.length > PASSWORD_MAX) {
    throw new DomainError("invalid", "password.too-long", `A password has at most ${PASSWORD_MAX} characters.`);
  }
}

/** better-auth's scrypt, so that its sign-in verifies what we store. About 100 ms of a core: never under a lock that others wait for. */
export async function hashPassword(password: string): Promise<string> {
  assertGoodPassword(password);
  return hash(password);
}

/** Long enough to come in by a sign-in link and choose a new password, short enough for a browser left open. */
const FRESH_MINUTES = 15;

/**
 * Changes one's password and ends all other sessions. Who signed in just now need not know the old
 * one: that is how people who lost it, and came by a link, get a new one.
 */
export async function changePassword(
  deps: Pick<Deps, "db">,
  actor: Actor,
  input: { current: string; next: string },
): Promise<void> {
  const { accountId, sessionId } = actor;
  const passwordHash = await hashPassword(input.next);
  await deps.db.withTransaction(async (sql) => {
    const known = await lockPassword(sql, accountId);
    const right =
      known !== null && input.current !== "" && (await verifyPassword({ hash: known, password: input.current }));
    if (!right && (input.current !== "" || !(await isSessionYounger(sql, sessionId, FRESH_MINUTES)))) {
      throw new DomainError("forbidden", "password.wrong", "The current password is wrong.");
    }
    await savePassword(sql, accountId, passwordHash);
    await deleteOtherSessions(sql, accountId, sessionId);
    await recordAct(sql, { actorId: accountId, act: "account.change-password", subject: `account/${accountId}` });
  });
}
