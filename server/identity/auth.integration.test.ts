import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import { type Auth, createAuth, handleAuthRequest } from "./auth.ts";
import { cookiePair, enrol, makePerson, makeTeam, PASSWORD } from "./identity.fixtures.ts";
import { type ActorReader, createActorReader } from "./session.ts";

let database: TestDatabase;
let deps: Deps;
let auth: Auth;
let readActor: ActorReader;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
  auth = createAuth(deps);
  readActor = createActorReader(deps);
});
afterAll(() => database.close());

let nextIp = 0;
type Sent = { method?: string; body?: unknown; cookie?: string; origin?: string; ip?: string; via?: Auth };

/** A same-origin request, from an address of its own unless the test names one. */
async function send(path: string, sent: Sent = {}): Promise<Response> {
  const headers = new Headers({ origin: sent.origin ?? deps.appOrigin, "content-type": "application/json" });
  if (sent.cookie) headers.set("cookie", sent.cookie);
  const body = sent.body === undefined ? null : JSON.stringify(sent.body);
  const method = sent.method ?? (body === null ? "GET" : "POST");
  const request = new Request(`${deps.appOrigin}/api/auth${path}`, { method, headers, body });
  return handleAuthRequest(sent.via ?? auth, request, sent.ip ?? `198.51.100.${nextIp++}`);
}

async function signIn(email: string): Promise<{ setCookie: string; cookie: string }> {
  const response = await send("/sign-in/email", { body: { email, password: PASSWORD } });
  expect(response.status).toBe(200);
  const setCookie = response.headers.getSetCookie().find((one) => one.includes("session_token")) ?? "";
  return { setCookie, cookie: cookiePair(setCookie) };
}

const actorOf = (cookie: string) => readActor(new Headers({ cookie }));

describe("a session", () => {
  test("that better-auth opened is read with roles of this subnet", async () => {
    const person = await makePerson(deps, { name: "Lin" });
    const { teamId, minerId } = await makeTeam(deps);
    const elsewhere = await makeTeam({ ...deps, subnet: { network: "testnet", netuid: 98 } });
    await enrol(deps, elsewhere.teamId, person.accountId, "manager");
    await enrol(deps, teamId, person.accountId, "labeller");
    for (const [network, hotkey] of [
      ["localnet", "v1"],
      ["mainnet", "v2"],
    ] as const) {
      await deps.db.sql(
        `with v as (insert into validator (network, netuid, hotkey, name) values ($1, 52, $2, 'V') returning id)
         insert into validator_member (validator_id, account_id) select id, $3 from v`,
        [network, hotkey, person.accountId],
      );
    }
    const actor = await actorOf((await signIn(person.email)).cookie);
    expect(actor).toMatchObject({
      accountId: person.accountId,
      name: "Lin",
      locale: "en",
      level: 1,
      isOperator: false,
    });
    expect(actor?.memberships).toEqual([
      { teamId: elsewhere.teamId, minerId: null, role: "manager", state: "active" },
      { teamId, minerId, role: "labeller", state: "active" },
    ]);
    expect(actor?.validatorIds).toHaveLength(1);
  });

  test("shows a labeller who is paused in one team by the team where they work first", async () => {
    const person = await makePerson(deps);
    const [first, second] = [await makeTeam(deps), await makeTeam(deps)];
    await enrol(deps, first.teamId, person.accountId, "labeller");
    await enrol(deps, second.teamId, person.accountId, "labeller");
    await deps.db.sql("update membership set state = 'paused' where team_id = $1", [first.teamId]);
    expect((await person.actor()).memberships.map((m) => m.teamId)).toEqual([second.teamId, first.teamId]);
    await deps.db.sql("update membership set state = 'ended' where team_id = $1", [second.teamId]);
    expect((await person.actor()).memberships.map((m) => m.teamId)).toEqual([first.teamId]);
  });

  test("is nobody's when its cookie was tampered with, or made from a copy of the database", async () => {
    const { cookie } = await signIn((await makePerson(deps)).email);
    expect(await actorOf(cookie)).not.toBeNull();
    expect(await actorOf(cookie.replace("session_token=", "session_token=x"))).toBeNull();
    const [row] = await deps.db.sql<{ token: string }>("select token from session order by created_at desc limit 1");
    expect(await actorOf(`dojo.session_token=${row?.token}`)).toBeNull();
    expect(await actorOf(`dojo.session_token=${row?.token}.${"A".repeat(43)}=`)).toBeNull();
  });

  test("ends for the very next request when it is revoked, when it expires, and when better-auth signs it out", async () => {
    const person = await makePerson(deps);
    const [revoked, expired, left] = [
      await signIn(person.email),
      await signIn(person.email),
      await signIn(person.email),
    ];
    for (const { cookie } of [revoked, expired, left]) expect(await actorOf(cookie)).not.toBeNull();
    const idOf = async (cookie: string) => (await actorOf(cookie))?.sessionId ?? "";
    await deps.db.sql("delete from session where id = $1", [await idOf(revoked.cookie)]);
    await deps.db.sql("update session set expires_at = now() - interval '1 second' where id = $1", [
      await idOf(expired.cookie),
    ]);
    expect((await send("/sign-out", { body: {}, cookie: left.cookie })).status).toBe(200);
    for (const { cookie } of [revoked, expired, left]) expect(await actorOf(cookie)).toBeNull();
  });

  test("that we opened is one to better-auth too", async () => {
    const person = await makePerson(deps);
    const answer = await send("/get-session", { cookie: person.cookie });
    expect(await answer.json()).toMatchObject({ user: { id: person.accountId, email: person.email } });
  });

  test("remembers the address that the web process saw, not one that the client claims", async () => {
    const person = await makePerson(deps);
    const headers = { "content-type": "application/json", "x-forwarded-for": "6.6.6.6", "x-dojo-client-ip": "6.6.6.6" };
    const body = JSON.stringify({ email: person.email, password: PASSWORD });
    const request = new Request(`${deps.appOrigin}/api/auth/sign-in/email`, { method: "POST", headers, body });
    await handleAuthRequest(auth, request, "203.0.113.9");
    const rows = await deps.db.sql<{ ip: string }>(
      "select ip_address as ip from session where account_id = $1 order by created_at desc limit 1",
      [person.accountId],
    );
    expect(rows).toEqual([{ ip: "203.0.113.9" }]);
  });
});

describe("signing in", () => {
  test("sets one cookie that lasts fourteen days, hidden from scripts and from other sites", async () => {
    const { setCookie } = await signIn((await makePerson(deps)).email);
    expect(setCookie).toMatch(/^dojo\.session_token=/);
    expect(setCookie.split("; ").slice(1).toSorted()).toEqual(
      ["HttpOnly", "Max-Age=1209600", "Path=/", "SameSite=Strict"].toSorted(),
    );
  });

  test("over TLS uses __Host- cookies", async () => {
    const person = await makePerson(deps);
    const secure = createAuth({ ...deps, appOrigin: "https://dojo.example" });
    const body = JSON.stringify({ email: person.email, password: PASSWORD });
    const headers = { "content-type": "application/json", origin: "https://dojo.example" };
    const request = new Request("https://dojo.example/api/auth/sign-in/email", { method: "POST", headers, body });
    const [setCookie = ""] = (await handleAuthRequest(secure, request, "198.51.100.200")).headers.getSetCookie();
    expect(setCookie).toMatch(/^__Host-dojo\.session_token=.*; Secure/);
    expect(setCookie).not.toContain("Domain");
    const readSecure = createActorReader({ ...deps, appOrigin: "https://dojo.example" });
    expect(await readSecure(new Headers({ cookie: cookiePair(setCookie) }))).not.toBeNull();
    const challenge = new Request("https://dojo.example/api/auth/passkey/generate-authenticate-options");
    const [passkeyCookie = ""] = (await handleAuthRequest(secure, challenge, "198.51.100.201")).headers.getSetCookie();
    expect(passkeyCookie).toMatch(/^__Host-dojo\./);
  });

  test("with a wrong password or an unknown address is refused in the same words", async () => {
    const person = await makePerson(deps);
    const wrong = await send("/sign-in/email", { body: { email: person.email, password: "not the password" } });
    const unknown = await send("/sign-in/email", { body: { email: "nobody@example.test", password: PASSWORD } });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
  });

  test("from one address is slowed after thirty attempts a minute, from another it is not", async () => {
    // No address at all is refused before a password is hashed, which keeps this test quick; it counts all the same.
    const body = { email: "nobody", password: PASSWORD };
    const statuses = await Promise.all(
      Array.from({ length: 31 }, () => send("/sign-in/email", { body, ip: "203.0.113.50" }).then((r) => r.status)),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await send("/sign-in/email", { body, ip: "203.0.113.51" })).status).toBe(400);
  });

  test("from another site's page is refused", async () => {
    const person = await makePerson(deps);
    const body = { email: person.email, password: PASSWORD };
    expect((await send("/sign-in/email", { body, origin: "https://evil.example" })).status).toBe(403);
  });
});

test("nobody makes an account, lists sessions or changes an address over better-auth's own routes", async () => {
  const person = await makePerson(deps);
  const routes: [string, Sent][] = [
    ["/sign-up/email", { body: { name: "Eve", email: "eve@example.test", password: PASSWORD } }],
    ["/list-sessions", {}],
    ["/update-user", { body: { name: "Eve" } }],
    ["/change-email", { body: { newEmail: "eve@example.test" } }],
    ["/change-password", { body: { currentPassword: PASSWORD, newPassword: "another one" } }],
    ["/delete-user", { body: {} }],
    ["/request-password-reset", { body: { email: person.email } }],
    ["/passkey/list-user-passkeys", {}],
    ["/sign-in/email", { method: "GET" }],
    ["//sign-up/email", { body: {} }],
  ];
  for (const [path, sent] of routes) {
    expect([path, (await send(path, { ...sent, cookie: person.cookie })).status]).toEqual([path, 404]);
  }
  // The door behind the list is locked as well.
  const body = { name: "Eve", email: "eve@example.test", password: PASSWORD };
  await expect(auth.api.signUpEmail({ body })).rejects.toThrow("not enabled");
  expect(await deps.db.sql("select 1 from account where email = 'eve@example.test'")).toEqual([]);
});
