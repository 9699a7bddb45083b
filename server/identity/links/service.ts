import type { Actor } from "#server/api/context.ts";
import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";
import { sha256Hex } from "#server/platform/hashing.ts";

import { recordAct } from "#server/platform/audit.ts";
import { deleteSession } from "../repository.ts";
import type { SignInLinkInput } from "../schema.ts";
import { type Caller, startSession } from "../session.ts";
import { consumeLink, explainLink, insertLink } from "./repository.ts";

/**
 * A one-time way in for one account: for the first start, the command line, and people who lost
 * theirs. Whoever has the address is that person, so only its hash is kept.
 * @param actorId  who asked; null for the installation itself
 */
export async function createSignInLink(
  deps: Pick<Deps, "db" | "random" | "appOrigin">,
  input: SignInLinkInput,
  actorId: string | null = null,
): Promise<string> {
  const token = deps.random.token(32);
  await deps.db.withTransaction(async (sql) => {
    if (!(await insertLink(sql, { ...input, tokenHash: sha256Hex(token) }))) {
      throw new DomainError("not-found", "account.unknown", "There is no such account.");
    }
    const { accountId, ttlMinutes } = input;
    await recordAct(sql, { actorId, act: "link.create", subject: `account/${accountId}`, after: { ttlMinutes } });
  });
  return `${deps.appOrigin}/enter/${token}`;
}

const refusals = {
  used: "This link was used already. Ask for a new one.",
  expired: "This link has expired. Ask for a new one.",
  unknown: "This link does not exist. Check that it is whole.",
} as const;

/**
 * Signs the bearer in and burns the link, in one transaction.
 * @param previous  who the browser was until now: that session ends
 * @returns the Set-Cookie header of the new session
 */
export async function redeemSignInLink(
  deps: Pick<Deps, "db" | "random" | "vault" | "appOrigin">,
  token: string,
  caller: Caller,
  previous: Pick<Actor, "accountId" | "sessionId"> | null = null,
): Promise<{ accountId: string; cookie: string }> {
  const tokenHash = sha256Hex(token);
  return deps.db.withTransaction(async (sql) => {
    const accountId = await consumeLink(sql, tokenHash);
    if (accountId === null) {
      const reason = await explainLink(sql, tokenHash);
      throw new DomainError(reason === "unknown" ? "not-found" : "conflict", `link.${reason}`, refusals[reason]);
    }
    if (previous) await deleteSession(sql, previous.accountId, previous.sessionId);
    return { accountId, cookie: await startSession(deps, sql, accountId, caller) };
  });
}
