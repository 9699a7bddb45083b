import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import { createAuth, handleAuthRequest } from "../auth.ts";
import {
  actorOf,
  caller,
  cookiePair,
  enrol,
  makeOperator,
  makePerson,
  makeTeam,
  PASSWORD,
  type Person,
  refusal,
  tokenOf,
} from "../identity.fixtures.ts";
import { acceptInvite, joinByInvite, membershipSubject } from "./acceptance.ts";
import type { InviteInput } from "./schema.ts";
import { createInvite, readInvite, withdrawInvite } from "./service.ts";

let database: TestDatabase;
let deps: Deps;
let operator: Person;

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 20 });
  deps = testDeps(database.db);
  operator = await makeOperator(deps);
});
afterAll(() => database.close());

async function invite(input: Partial<InviteInput> & { teamId: string | null }) {
  const made = await createInvite(deps, await operator.actor(), {
    role: "labeller",
    cap: 3,
    expiresInHours: 24,
    ...input,
  });
  return { ...made, token: tokenOf(made.url) };
}

let guests = 0;
const guest = (token: string, email = `guest-${guests++}@example.test`) =>
  ({ token, name: "Guest", email, password: PASSWORD, locale: "en" }) as const;

const usedOf = async (inviteId: string) =>
  (await deps.db.sql<{ used: number }>("select used from invite where id = $1", [inviteId]))[0]?.used;

describe("accepting an invite", () => {
  test("of fifty guests at once, exactly as many come in as it has places, and the others leave nothing", async () => {
    const { teamId } = await makeTeam(deps);
    const { token, inviteId } = await invite({ teamId, cap: 3 });
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, i) => refusal(acceptInvite(deps, guest(token, `race-${i}@example.test`), caller))),
    );
    expect(outcomes.filter((outcome) => outcome === "accepted")).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === "invite.used-up")).toHaveLength(47);
    const counts = await deps.db.sql(
      `select (select count(*)::int from membership where team_id = $1) as members,
         (select count(*)::int from account where email like 'race-%') as accounts,
         (select count(*)::int from credential c join account a on a.id = c.account_id where a.email like 'race-%') as credentials,
         (select count(*)::int from session s join account a on a.id = s.account_id where a.email like 'race-%') as sessions`,
      [teamId],
    );
    expect(counts).toEqual([{ members: 3, accounts: 3, credentials: 3, sessions: 3 }]);
    expect(await usedOf(inviteId)).toBe(3);
  });

  test("makes an account that is signed in, has the role, and signs in again with its password", async () => {
    const { teamId, minerId } = await makeTeam(deps);
    const { token } = await invite({ teamId });
    const input = { ...guest(token), name: "Вера", locale: "ru" } as const;
    const { accountId, cookie } = await acceptInvite(deps, input, caller);
    const membership = { teamId, minerId, role: "labeller", state: "active" };
    expect(await actorOf(deps, cookiePair(cookie))).toMatchObject({
      accountId,
      name: "Вера",
      locale: "ru",
      isOperator: false,
      memberships: [membership],
    });
    const request = new Request(`${deps.appOrigin}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: input.email.toUpperCase(), password: PASSWORD }),
    });
    expect((await handleAuthRequest(createAuth(deps), request, "198.51.100.1")).status).toBe(200);
  });

  test("with an e-mail address that has an account is refused and takes no place, even in a race", async () => {
    const person = await makePerson(deps);
    const { teamId } = await makeTeam(deps);
    const { token, inviteId } = await invite({ teamId });
    expect(await refusal(acceptInvite(deps, guest(token, person.email), caller))).toBe("account.exists");
    expect(await usedOf(inviteId)).toBe(0);
    const twins = Array.from({ length: 10 }, () =>
      refusal(acceptInvite(deps, guest(token, "twin@example.test"), caller)),
    );
    expect((await Promise.all(twins)).filter((outcome) => outcome === "accepted")).toHaveLength(1);
    expect(await usedOf(inviteId)).toBe(1);
  });

  test("tells nobody without an open invite whether an e-mail address has an account", async () => {
    const person = await makePerson(deps);
    const { teamId } = await makeTeam(deps);
    const { token, inviteId } = await invite({ teamId });
    await withdrawInvite(deps, await operator.actor(), inviteId, "any");
    for (const email of [person.email, "free@example.test"]) {
      expect(await refusal(acceptInvite(deps, guest(token, email), caller))).toBe("invite.revoked");
      expect(await refusal(acceptInvite(deps, guest("x".repeat(43), email), caller))).toBe("invite.unknown");
    }
  });

  test.each([
    ["password.too-short", "nine char"],
    ["password.too-long", "x".repeat(129)],
  ])("is refused as %s", async (code, password) => {
    const { token } = await invite({ teamId: (await makeTeam(deps)).teamId });
    expect(await refusal(acceptInvite(deps, { ...guest(token), password }, caller))).toBe(code);
  });

  test("that has expired or is full says so, before and when it is accepted", async () => {
    const { teamId } = await makeTeam(deps, "Violet");
    const [late, full] = [await invite({ teamId }), await invite({ teamId, cap: 1 })];
    await acceptInvite(deps, guest(full.token), caller);
    await deps.db.sql("update invite set expires_at = now() - interval '1 second' where id = $1", [late.inviteId]);
    expect(await refusal(acceptInvite(deps, guest(late.token), caller))).toBe("invite.expired");
    expect(await refusal(acceptInvite(deps, guest(full.token), caller))).toBe("invite.used-up");
    expect(await readInvite(deps, late.token)).toEqual({
      teamName: "Violet",
      validatorName: null,
      role: "labeller",
      state: "expired",
    });
    expect(await readInvite(deps, full.token)).toMatchObject({ state: "used-up" });
  });

  test("keeps only the hash of its token", async () => {
    const { token } = await invite({ teamId: (await makeTeam(deps)).teamId });
    const rows = await deps.db.sql("select * from invite");
    const acts = await deps.db.sql("select * from audit_log");
    expect(JSON.stringify([rows, acts], (_, value) => (typeof value === "bigint" ? `${value}` : value))).not.toContain(
      token,
    );
  });
});

describe("joining with an account", () => {
  test("adds the membership once; a second time takes no place", async () => {
    const person = await makePerson(deps);
    const { teamId } = await makeTeam(deps);
    const { token, inviteId } = await invite({ teamId });
    expect(await joinByInvite(deps, await person.actor(), token)).toEqual({ teamId });
    expect(await refusal(joinByInvite(deps, await person.actor(), token))).toBe("membership.exists");
    expect(await usedOf(inviteId)).toBe(1);
  });

  test("is no way around a pause", async () => {
    const person = await makePerson(deps);
    const { teamId } = await makeTeam(deps);
    await enrol(deps, teamId, person.accountId, "labeller");
    await deps.db.sql("update membership set state = 'paused' where team_id = $1", [teamId]);
    const { token } = await invite({ teamId });
    expect(await refusal(joinByInvite(deps, await person.actor(), token))).toBe("membership.exists");
    expect((await person.actor()).memberships).toMatchObject([{ state: "paused" }]);
  });

  test("after the team ended the membership needs an invite that was made since", async () => {
    const person = await makePerson(deps);
    const { teamId } = await makeTeam(deps);
    const old = await invite({ teamId });
    await joinByInvite(deps, await person.actor(), old.token);
    await deps.db.sql("update membership set state = 'ended' where team_id = $1", [teamId]);
    await deps.db.sql("insert into audit_log (act, subject) values ('team.end-membership', $1)", [
      membershipSubject(teamId, person.accountId),
    ]);
    expect(await refusal(joinByInvite(deps, await person.actor(), old.token))).toBe("membership.ended-by-team");
    const fresh = await invite({ teamId });
    await joinByInvite(deps, await person.actor(), fresh.token);
    expect((await person.actor()).memberships).toMatchObject([{ teamId, state: "active" }]);
  });

  test("gives the roles that belong to no team", async () => {
    const person = await makePerson(deps);
    const asOperator = await invite({ teamId: null, role: "operator" });
    const noValidator = { teamId: null, role: "validator", cap: 1, expiresInHours: 1 } as const;
    expect(await refusal(createInvite(deps, await operator.actor(), noValidator))).toBe("validator.none");
    await deps.db.sql("insert into validator (network, netuid, hotkey, name) values ('localnet', 52, 'v', 'V')");
    const asValidator = await invite(noValidator);
    expect(await joinByInvite(deps, await person.actor(), asOperator.token)).toEqual({ teamId: null });
    // By now there are two: the invite leads to the one that it was made for.
    const [second] = await deps.db.sql<{ id: string }>(
      "insert into validator (id, network, netuid, hotkey, name) values ('00000000-0000-4000-8000-000000000000', 'localnet', 52, 'w', 'W') returning id",
    );
    expect(await readInvite(deps, asValidator.token)).toMatchObject({ role: "validator", validatorName: "V" });
    await joinByInvite(deps, await person.actor(), asValidator.token);
    const actor = await person.actor();
    expect(actor.isOperator).toBe(true);
    expect(actor.validatorIds).toHaveLength(1);
    expect(actor.validatorIds).not.toContain(second?.id);
    expect(await refusal(joinByInvite(deps, actor, asOperator.token))).toBe("membership.exists");
  });
});

test("an invite of a validator names one of this subnet, and no other invite does", async () => {
  const validatorOf = async (netuid: number) => {
    const rows = await deps.db.sql<{ id: string }>(
      "insert into validator (network, netuid, hotkey, name) values ('localnet', $1, gen_random_uuid()::text, 'V') returning id",
      [netuid],
    );
    return rows[0]?.id ?? "";
  };
  const [here, , elsewhere] = [await validatorOf(52), await validatorOf(52), await validatorOf(53)];
  const attempt = async (over: Partial<InviteInput>) =>
    refusal(
      createInvite(deps, await operator.actor(), {
        teamId: null,
        role: "validator",
        cap: 1,
        expiresInHours: 1,
        ...over,
      }),
    );
  expect(await attempt({})).toBe("validator.several");
  expect(await attempt({ validatorId: elsewhere })).toBe("validator.unknown");
  expect(await attempt({ role: "operator", validatorId: here })).toBe("invite.validator-without-role");
  expect(await attempt({ validatorId: here })).toBe("accepted");
});

describe("who may invite whom", () => {
  const inputs = (teamId: string): Record<string, InviteInput> =>
    Object.fromEntries(
      (["owner", "manager", "labeller", "validator", "operator"] as const).map((role) => [
        role,
        { role, teamId: role === "validator" || role === "operator" ? null : teamId, cap: 1, expiresInHours: 1 },
      ]),
    );

  test.each([
    ["owner", ["manager", "labeller"]],
    ["manager", ["labeller"]],
    ["labeller", []],
  ])("an %s: %s", async (role, allowed) => {
    const person = await makePerson(deps);
    const { teamId } = await makeTeam(deps);
    await enrol(deps, teamId, person.accountId, role);
    const actor = await person.actor();
    const outcomes: string[] = [];
    for (const [invited, input] of Object.entries(inputs(teamId))) {
      const outcome = await refusal(createInvite(deps, actor, input));
      if (outcome === "accepted") outcomes.push(invited);
      else expect(outcome).toBe("invite.not-allowed");
    }
    expect(outcomes).toEqual(allowed);
    const foreign = inputs((await makeTeam(deps)).teamId).labeller;
    if (foreign) expect(await refusal(createInvite(deps, actor, foreign))).toBe("invite.not-allowed");
  });

  test("nobody invites a team role without a team, or an operator into one", async () => {
    const actor = await operator.actor();
    const { teamId } = await makeTeam(deps);
    const bounds = { cap: 1, expiresInHours: 1 };
    const code = "invite.role-without-team";
    expect(await refusal(createInvite(deps, actor, { teamId: null, role: "labeller", ...bounds }))).toBe(code);
    expect(await refusal(createInvite(deps, actor, { teamId, role: "operator", ...bounds }))).toBe(code);
  });
});
