import { afterAll, beforeAll, expect, test } from "vitest";

import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import { actorOf, caller, cookiePair, makeOperator, makePerson, refusal, tokenOf } from "../identity.fixtures.ts";
import { createSignInLink, redeemSignInLink } from "./service.ts";

let database: TestDatabase;
let deps: Deps;

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 20 });
  deps = testDeps(database.db);
});
afterAll(() => database.close());

const sessionsOf = (accountId: string) =>
  deps.db.sql<{ id: string }>("select id from session where account_id = $1", [accountId]);

test("of fifty who redeem one link at once, exactly one gets a session", async () => {
  const person = await makePerson(deps);
  await deps.db.sql("delete from session where account_id = $1", [person.accountId]);
  const token = tokenOf(await createSignInLink(deps, { accountId: person.accountId, ttlMinutes: 5 }));
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => refusal(redeemSignInLink(deps, token, caller))));
  expect(outcomes.filter((outcome) => outcome === "accepted")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "link.used")).toHaveLength(49);
  expect(await sessionsOf(person.accountId)).toHaveLength(1);
});

test("a link signs in the account that it was made for, and the browser's earlier session ends", async () => {
  const [person, before] = [await makePerson(deps, { name: "Mai" }), await makePerson(deps)];
  const url = await createSignInLink(deps, { accountId: person.accountId, ttlMinutes: 5 });
  expect(url).toMatch(/^http:\/\/localhost:3000\/enter\/[\w-]{43}$/);
  const { cookie } = await redeemSignInLink(deps, tokenOf(url), caller, await before.actor());
  expect(await actorOf(deps, cookiePair(cookie))).toMatchObject({ accountId: person.accountId, name: "Mai" });
  await expect(before.actor()).rejects.toThrow("nobody is signed in");
});

test("an expired link and an unknown one are refused with codes of their own", async () => {
  const person = await makePerson(deps);
  const token = tokenOf(await createSignInLink(deps, { accountId: person.accountId, ttlMinutes: 5 }));
  await deps.db.sql("update sign_in_link set expires_at = now() - interval '1 second' where account_id = $1", [
    person.accountId,
  ]);
  expect(await refusal(redeemSignInLink(deps, token, caller))).toBe("link.expired");
  expect(await refusal(redeemSignInLink(deps, "x".repeat(43), caller))).toBe("link.unknown");
  expect(await sessionsOf(person.accountId)).toHaveLength(1);
});

test("no row holds what the address holds, and the audit log says who asked for it", async () => {
  const [person, operator] = [await makePerson(deps), await makeOperator(deps)];
  const input = { accountId: person.accountId, ttlMinutes: 5 };
  const token = tokenOf(await createSignInLink(deps, input, operator.accountId));
  const links = await deps.db.sql("select * from sign_in_link where account_id = $1", [person.accountId]);
  const acts = await deps.db.sql("select actor_id, act, subject, after from audit_log where actor_id = $1", [
    operator.accountId,
  ]);
  expect(acts).toEqual([
    {
      actor_id: operator.accountId,
      act: "link.create",
      subject: `account/${person.accountId}`,
      after: { ttlMinutes: 5 },
    },
  ]);
  expect(JSON.stringify([links, acts])).not.toContain(token);
  expect(links).toHaveLength(1);
});

test("there is no link for an account that does not exist", async () => {
  expect(await refusal(createSignInLink(deps, { accountId: "nobody", ttlMinutes: 5 }))).toBe("account.unknown");
});
