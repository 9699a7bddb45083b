import type { Actor } from "#server/api/context.ts";
import type { Sql } from "#server/platform/db.ts";
import type { Deps } from "#server/platform/deps.ts";

import { findActor, insertSession } from "./repository.ts";
import { createSessionCookie } from "./session-cookie.ts";

export type ActorReader = (headers: Headers) => Promise<Actor | null>;

/**
 * Says who is asking, for every request anew: nothing is cached, so a revoked session, a paused
 * membership or a lost role counts from the next request on. A cookie that we did not sign costs
 * no query.
 */
export function createActorReader(deps: Pick<Deps, "db" | "vault" | "appOrigin" | "subnet">): ActorReader {
  const cookie = createSessionCookie(deps);
  return async (headers) => {
    const token = cookie.read(headers);
    return token === null ? null : findActor(deps.db.sql, token, deps.subnet);
  };
}

/** Where a request comes from, for the list of a person's sessions. */
export type Caller = { readonly ip: string; readonly userAgent: string | null };

/** User agents are shown to their owner only; a longer one is no real browser. */
const USER_AGENT_MAX = 300;

/** Opens a session inside the caller's transaction; returns the Set-Cookie header that carries it. */
export async function startSession(
  deps: Pick<Deps, "vault" | "appOrigin" | "random">,
  sql: Sql,
  accountId: string,
  caller: Caller,
): Promise<string> {
  const token = deps.random.token(32);
  const userAgent = caller.userAgent?.slice(0, USER_AGENT_MAX) ?? null;
  await insertSession(sql, { id: deps.random.uuid(), token, accountId, ip: caller.ip, userAgent });
  return createSessionCookie(deps).issue(token);
}
