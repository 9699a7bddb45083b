import type { Actor, Context } from "#server/api/context.ts";
import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";

import { hashPassword } from "./password.ts";
import { insertAccount } from "./repository.ts";
import { type Caller, createActorReader, startSession } from "./session.ts";

export const PASSWORD = "correct horse battery";
export const caller: Caller = { ip: "192.0.2.7", userAgent: "Test/1.0" };

let passwordHash: Promise<string> | undefined;

export type Person = { accountId: string; email: string; cookie: string; actor(): Promise<Actor> };

/** An account with a password and a session; `actor()` reads it the way a request does. */
export async function makePerson(deps: Deps, overrides: { name?: string; email?: string } = {}): Promise<Person> {
  const accountId = deps.random.uuid();
  const email = overrides.email ?? `${accountId}@example.test`;
  const name = overrides.name ?? "Ada";
  // Hashing is slow on purpose; one hash serves every person of a test.
  passwordHash ??= hashPassword(PASSWORD);
  await insertAccount(deps.db.sql, { id: accountId, name, email, locale: "en", passwordHash: await passwordHash });
  const cookie = cookiePair(await startSession(deps, deps.db.sql, accountId, caller));
  return { accountId, email, cookie, actor: () => actorOf(deps, cookie) };
}

export async function makeOperator(deps: Deps): Promise<Person> {
  const person = await makePerson(deps, { name: "Olga" });
  await deps.db.sql("update account set is_operator = true where id = $1", [person.accountId]);
  return person;
}

/** A team with a miner on the subnet of `deps`. */
export async function makeTeam(deps: Deps, name = "Blue"): Promise<{ teamId: string; minerId: string }> {
  const [team] = await deps.db.sql<{ id: string }>("insert into team (name) values ($1) returning id", [name]);
  const [miner] = await deps.db.sql<{ id: string }>(
    "insert into miner (network, netuid, hotkey, team_id) values ($1, $2, $3, $4) returning id",
    [deps.subnet.network, deps.subnet.netuid, `hotkey-${deps.random.hex(8)}`, team?.id ?? null],
  );
  return { teamId: team?.id ?? "", minerId: miner?.id ?? "" };
}

export async function enrol(deps: Deps, teamId: string, accountId: string, role: string): Promise<void> {
  await deps.db.sql("insert into membership (team_id, account_id, role) values ($1, $2, $3)", [
    teamId,
    accountId,
    role,
  ]);
}

/** Name and value of a Set-Cookie header: what a browser sends back. */
export const cookiePair = (setCookie: string): string => setCookie.split(";")[0] ?? "";

export async function actorOf(deps: Deps, cookie: string): Promise<Actor> {
  const actor = await createActorReader(deps)(new Headers({ cookie }));
  if (actor === null) throw new Error("nobody is signed in");
  return actor;
}

/** A request's context, and the Set-Cookie headers that its answer got. */
export function contextOf(deps: Deps, actor: Actor | null, ip = caller.ip): { ctx: Context; cookies: string[] } {
  const cookies: string[] = [];
  const request = { ip, headers: new Headers({ "user-agent": "Test/1.0" }) };
  return { ctx: { deps, actor, setCookie: (cookie) => cookies.push(cookie), request }, cookies };
}

/** The code of a refusal; anything else that is thrown stays thrown. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return "accepted";
}

export const tokenOf = (url: string): string => url.split("/").at(-1) ?? "";
