import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Actor } from "#server/api/context.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import { contextOf, enrol, makeOperator, makePerson, makeTeam, PASSWORD, tokenOf } from "./identity.fixtures.ts";
import { identityRouter } from "./router.ts";
import { pruneIdentity } from "./service.ts";

let database: TestDatabase;
let deps: Deps;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());

function call(actor: Actor | null, ip?: string) {
  const { ctx, cookies } = contextOf(deps, actor, ip);
  return { api: createCallerFactory(identityRouter)(ctx), cookies };
}

test("me is null for strangers, and names the roles and teams of a person", async () => {
  expect(await call(null).api.me()).toBeNull();
  const person = await makeOperator(deps);
  const { teamId } = await makeTeam(deps, "Зелёные");
  await enrol(deps, teamId, person.accountId, "owner");
  const { api, cookies } = call(await person.actor());
  expect(await api.me()).toEqual({
    accountId: person.accountId,
    name: "Olga",
    locale: "en",
    level: 1,
    roles: ["manager", "operator"],
    teams: [{ teamId, name: "Зелёные", role: "owner", state: "active" }],
  });
  expect(cookies).toEqual([]);
});

test("a session in use slides to fourteen days once a day; one that has ended does not come back", async () => {
  const person = await makePerson(deps);
  const actor = await person.actor();
  await deps.db.sql("update session set expires_at = now() + interval '12 days' where id = $1", [actor.sessionId]);
  const { api, cookies } = call(actor);
  await Promise.all([api.me(), api.me()]);
  expect(cookies).toHaveLength(1);
  expect(cookies[0]?.split(";")[0]).toBe(person.cookie);
  const [row] = await deps.db.sql<{ days: number }>(
    "select extract(epoch from expires_at - now())::float8 / 86400 as days from session where id = $1",
    [actor.sessionId],
  );
  expect(row?.days).toBeCloseTo(14, 2);
  await deps.db.sql("update session set expires_at = now() - interval '1 hour' where id = $1", [actor.sessionId]);
  await api.me();
  await expect(person.actor()).rejects.toThrow("nobody is signed in");
});

test("an invite's guest gets a cookie, a refused one gets a code and none", async () => {
  const operator = await makeOperator(deps);
  const { teamId } = await makeTeam(deps, "Blue");
  const { url } = await call(await operator.actor()).api.createInvite({
    teamId,
    role: "labeller",
    cap: 1,
    expiresInHours: 1,
  });
  const token = tokenOf(url);
  const { api, cookies } = call(null);
  expect(await api.readInvite({ token })).toEqual({
    teamName: "Blue",
    validatorName: null,
    role: "labeller",
    state: "open",
  });
  const guest = { token, name: " Gast ", email: " Gast@Example.TEST ", password: PASSWORD };
  await expect(api.acceptInvite({ ...guest, password: "short" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
    cause: { code: "password.too-short" },
  });
  expect(cookies).toEqual([]);
  await api.acceptInvite(guest);
  expect(cookies).toHaveLength(1);
  expect(await deps.db.sql("select name, email from account where email like 'gast%'")).toEqual([
    { name: "Gast", email: "gast@example.test" },
  ]);
});

test("guesses from one network are refused after thirty, the right link from elsewhere is not", async () => {
  const operator = await makeOperator(deps);
  const { url } = await call(await operator.actor()).api.createSignInLink({
    accountId: operator.accountId,
    ttlMinutes: 5,
  });
  const guesser = call(null, "203.0.113.77").api;
  for (let i = 0; i < 30; i++) {
    await expect(guesser.redeemSignInLink({ token: "x".repeat(43) })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  const slowed = { code: "SERVICE_UNAVAILABLE", cause: { code: "rate.limited" } };
  await expect(guesser.redeemSignInLink({ token: "x".repeat(43) })).rejects.toMatchObject(slowed);
  const { api, cookies } = call(null, "203.0.113.78");
  await api.redeemSignInLink({ token: tokenOf(url) });
  expect(cookies).toHaveLength(1);
});

describe("one's own account", () => {
  test("lists sessions without their tokens, ends others and itself", async () => {
    const person = await makePerson(deps);
    const actor = await person.actor();
    await deps.db.sql(
      `insert into session (id, token, account_id, expires_at) values ('other-' || $1, 'secret-' || $1, $1, now() + interval '1 day')`,
      [person.accountId],
    );
    const { api, cookies } = call(actor);
    const view = await api.account();
    expect(view.sessions.map((s) => [s.id, s.current]).toSorted()).toEqual(
      [
        [actor.sessionId, true],
        [`other-${person.accountId}`, false],
      ].toSorted(),
    );
    expect(JSON.stringify(view)).not.toContain("secret-");
    const stranger = call(await (await makePerson(deps)).actor()).api;
    await expect(stranger.revokeSession({ sessionId: actor.sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await api.revokeOtherSessions()).toEqual({ ended: 1 });
    await api.signOut();
    expect(cookies[0]).toContain("Max-Age=0");
    await expect(person.actor()).rejects.toThrow("nobody is signed in");
  });

  test("changes its name and language; a language we do not have is refused", async () => {
    const person = await makePerson(deps);
    const { api, cookies } = call(await person.actor());
    await api.setName({ name: "Thu" });
    await api.setLocale({ locale: "vi" });
    expect(cookies).toEqual(["dojo-locale=vi; Max-Age=31536000; Path=/; SameSite=Lax"]);
    expect(await person.actor()).toMatchObject({ name: "Thu", locale: "vi" });
    await expect(api.setLocale(JSON.parse('{"locale":"xx"}'))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("changes its password with the old one, and by then no other browser is signed in", async () => {
    const person = await makePerson(deps);
    const actor = await person.actor();
    await deps.db.sql("update session set created_at = now() - interval '16 minutes' where id = $1", [actor.sessionId]);
    await deps.db.sql(
      "insert into session (id, token, account_id, expires_at) values ('o-' || $1, 'o-' || $1, $1, now() + interval '1 day')",
      [person.accountId],
    );
    const { api } = call(actor);
    const wrong = { code: "FORBIDDEN", cause: { code: "password.wrong" } };
    await expect(api.changePassword({ current: "", next: "a new password" })).rejects.toMatchObject(wrong);
    await expect(api.changePassword({ current: "not it", next: "a new password" })).rejects.toMatchObject(wrong);
    const short = { cause: { code: "password.too-short" } };
    await expect(api.changePassword({ current: PASSWORD, next: "short" })).rejects.toMatchObject(short);
    expect((await api.account()).sessions).toHaveLength(2);
    await api.changePassword({ current: PASSWORD, next: "a new password" });
    expect((await api.account()).sessions).toMatchObject([{ id: actor.sessionId, current: true }]);
    await expect(api.changePassword({ current: PASSWORD, next: "a new password" })).rejects.toMatchObject(wrong);
    await api.changePassword({ current: "a new password", next: "yet another one" });
  });

  test("gets a password without the old one only just after signing in, be it the first", async () => {
    const person = await makePerson(deps);
    const { api } = call(await person.actor());
    await expect(api.changePassword({ current: "not it", next: "a new password" })).rejects.toThrow("wrong");
    await api.changePassword({ current: "", next: "a new password" });
    await deps.db.sql("delete from credential where account_id = $1", [person.accountId]);
    await api.changePassword({ current: "", next: "the first one" });
    await api.changePassword({ current: "the first one", next: "the second one" });
  });

  test("removes its own passkeys and nobody else's", async () => {
    const [person, other] = [await makePerson(deps), await makePerson(deps)];
    for (const { accountId } of [person, other]) {
      await deps.db.sql(
        `insert into passkey (id, public_key, account_id, credential_id, counter, device_type, backed_up)
         values ('pk-' || $1, 'k', $1, 'c' || $1, 0, 'singleDevice', false)`,
        [accountId],
      );
    }
    const { api } = call(await person.actor());
    expect((await api.account()).passkeys).toMatchObject([{ id: `pk-${person.accountId}`, backedUp: false }]);
    const foreign = { passkeyId: `pk-${other.accountId}` };
    await expect(api.removePasskey(foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await api.removePasskey({ passkeyId: `pk-${person.accountId}` });
    expect((await api.account()).passkeys).toEqual([]);
  });
});

test("operators see and withdraw the invites that belong to no team; others may not", async () => {
  const [operator, person] = [await makeOperator(deps), await makePerson(deps)];
  const { api } = call(await operator.actor());
  const { inviteId } = await api.createInvite({ teamId: null, role: "operator", cap: 2, expiresInHours: 1 });
  await api.revokeInvite({ inviteId });
  const listed = (await api.invites()).find((one) => one.inviteId === inviteId);
  expect(listed).toMatchObject({ role: "operator", cap: 2, used: 0, state: "revoked", createdByName: "Olga" });
  await expect(api.revokeInvite({ inviteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const others = call(await person.actor()).api;
  await expect(others.invites()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(others.revokeInvite({ inviteId })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("pruning removes what has ended and nothing else", async () => {
  const person = await makePerson(deps);
  await deps.db.sql(
    "insert into session (id, token, account_id, expires_at) values ('dead', 'dead', $1, now() - interval '1 second')",
    [person.accountId],
  );
  await pruneIdentity(deps);
  expect(await deps.db.sql("select 1 from session where id = 'dead'")).toEqual([]);
  expect((await person.actor()).accountId).toBe(person.accountId);
});
