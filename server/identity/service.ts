import type { Actor } from "#server/api/context.ts";
import { DomainError } from "#server/errors.ts";
import { monotonicMs } from "#server/platform/clock.ts";
import type { Database } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";

import { createRateLimiter, type RateLimiter } from "./rate-limit.ts";
import {
  deleteOtherSessions,
  deleteOutlived,
  deletePasskey,
  deleteSession,
  findEmail,
  listPasskeys,
  listSessions,
  listTeamNames,
  slideSession,
  updateLocale,
  updateName,
} from "./repository.ts";
import type { AccountView, ActorRole, Me } from "./schema.ts";
import { createSessionCookie } from "./session-cookie.ts";

function rolesOf(actor: Actor): ActorRole[] {
  const roles: [ActorRole, boolean][] = [
    ["labeller", actor.memberships.some((m) => m.role === "labeller")],
    ["manager", actor.memberships.some((m) => m.role !== "labeller")],
    ["validator", actor.validatorIds.length > 0],
    ["operator", actor.isOperator],
  ];
  return roles.filter(([, held]) => held).map(([role]) => role);
}

/** The person behind the request, with the names that the hot path does without. */
export async function describeActor(deps: Pick<Deps, "db">, actor: Actor): Promise<Me> {
  const rows = await listTeamNames(
    deps.db.sql,
    actor.memberships.map((m) => m.teamId),
  );
  const names = new Map(rows.map((row) => [row.teamId, row.name]));
  const { accountId, name, locale, level } = actor;
  const teams = actor.memberships.map(({ teamId, role, state }) => ({
    teamId,
    role,
    state,
    name: names.get(teamId) ?? "",
  }));
  return { accountId, name, locale, level, roles: rolesOf(actor), teams };
}

/** Slides the session's end; a Set-Cookie header when it moved, which is at most once a day. */
export async function refreshSession(
  deps: Pick<Deps, "db" | "vault" | "appOrigin">,
  actor: Actor,
): Promise<string | null> {
  const token = await slideSession(deps.db.sql, actor.sessionId);
  return token === null ? null : createSessionCookie(deps).issue(token);
}

export async function readAccount(deps: Pick<Deps, "db">, actor: Actor): Promise<AccountView> {
  const { sql } = deps.db;
  const [email, passkeys, sessions] = await Promise.all([
    findEmail(sql, actor.accountId),
    listPasskeys(sql, actor.accountId),
    listSessions(sql, actor.accountId),
  ]);
  return {
    name: actor.name,
    email: email ?? "",
    locale: actor.locale,
    passkeys,
    sessions: sessions.map((session) => ({ ...session, current: session.id === actor.sessionId })),
  };
}

/** Ends the session on the server; returns the Set-Cookie header that makes the browser forget it. */
export async function signOut(deps: Pick<Deps, "db" | "vault" | "appOrigin">, actor: Actor | null): Promise<string> {
  if (actor) await deleteSession(deps.db.sql, actor.accountId, actor.sessionId);
  return createSessionCookie(deps).expire();
}

export async function revokeSession(deps: Pick<Deps, "db">, actor: Actor, sessionId: string): Promise<void> {
  if (await deleteSession(deps.db.sql, actor.accountId, sessionId)) return;
  throw new DomainError("not-found", "session.unknown", "You have no such session; it may have ended already.");
}

export async function revokeOtherSessions(deps: Pick<Deps, "db">, actor: Actor): Promise<number> {
  return deleteOtherSessions(deps.db.sql, actor.accountId, actor.sessionId);
}

export async function removePasskey(deps: Pick<Deps, "db">, actor: Actor, passkeyId: string): Promise<void> {
  if (await deletePasskey(deps.db.sql, actor.accountId, passkeyId)) return;
  throw new DomainError("not-found", "passkey.unknown", "You have no such passkey.");
}

export async function setLocale(deps: Pick<Deps, "db">, actor: Actor, locale: string): Promise<void> {
  await updateLocale(deps.db.sql, actor.accountId, locale);
}

export async function setName(deps: Pick<Deps, "db">, actor: Actor, name: string): Promise<void> {
  await updateName(deps.db.sql, actor.accountId, name);
}

/** Deletes expired sessions, challenges and links, daily. Nothing depends on it having run. */
export async function pruneIdentity(deps: Pick<Deps, "db">): Promise<void> {
  await deleteOutlived(deps.db.sql);
}

/** One limiter per process, that is, per database handle; tests that open their own share nothing. */
const limiters = new WeakMap<Database, RateLimiter>();

function limiterOf(db: Database): RateLimiter {
  const existing = limiters.get(db);
  if (existing) return existing;
  // Thirty failures at once, then one every four seconds.
  const made = createRateLimiter({ capacity: 30, refillPerSecond: 0.25, nowMs: monotonicMs });
  limiters.set(db, made);
  return made;
}

/** Runs what a stranger may try; only failures count against their address. */
export async function limited<Result>(
  deps: Pick<Deps, "db">,
  ip: string,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const limiter = limiterOf(deps.db);
  limiter.take(ip);
  const result = await attempt();
  limiter.giveBack(ip);
  return result;
}
