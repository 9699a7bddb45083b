import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createCallerFactory } from "#server/api/trpc.ts";
import {
  caller,
  contextOf,
  enrol,
  makeOperator,
  makePerson,
  makeTeam,
  type Person,
  refusal,
  tokenOf,
} from "#server/identity/identity.fixtures.ts";
import { acceptInvite, joinByInvite } from "#server/identity/invites/acceptance.ts";
import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import { teamsRouter } from "./router.ts";
import { endMembership, inviteToTeam, leaveTeam, membersOf, pauseLabeller, resumeLabeller } from "./service.ts";

const HOTKEY = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const COLDKEY = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

let database: TestDatabase;
let deps: Deps;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());

async function apiOf(person: Person) {
  return createCallerFactory(teamsRouter)(contextOf(deps, await person.actor()).ctx);
}

/** A team with one owner, one manager and one labeller. */
async function makeCrew() {
  const { teamId, minerId } = await makeTeam(deps);
  const people = {
    owner: await makePerson(deps, { name: "Owner" }),
    manager: await makePerson(deps, { name: "Manager" }),
    labeller: await makePerson(deps, { name: "Labeller" }),
  };
  for (const [role, person] of Object.entries(people)) await enrol(deps, teamId, person.accountId, role);
  return { teamId, minerId, ...people };
}

const actsOn = (subject: string) =>
  deps.db.sql<{ act: string; actor_id: string }>("select act, actor_id from audit_log where subject = $1 order by id", [
    subject,
  ]);

describe("a new team", () => {
  test("comes with its miner on this subnet and a link that makes exactly one owner", async () => {
    const operator = await makeOperator(deps);
    const made = await (await apiOf(operator)).create({ name: "Blue", hotkey: HOTKEY, coldkey: COLDKEY });
    const miners = await deps.db.sql("select network, netuid, hotkey, coldkey, state from miner where id = $1", [
      made.minerId,
    ]);
    expect(miners).toEqual([{ network: "localnet", netuid: 52, hotkey: HOTKEY, coldkey: COLDKEY, state: "active" }]);
    expect(await actsOn(`team/${made.teamId}`)).toEqual([{ act: "team.create", actor_id: operator.accountId }]);
    const guest = { name: "O", email: "first-owner@example.test", password: "long enough", locale: "en" } as const;
    const token = tokenOf(made.ownerInviteUrl);
    await acceptInvite(deps, { ...guest, token }, caller);
    const members = await deps.db.sql("select role from membership where team_id = $1", [made.teamId]);
    expect(members).toEqual([{ role: "owner" }]);
    const second = { ...guest, email: "second-owner@example.test", token };
    expect(await refusal(acceptInvite(deps, second, caller))).toBe("invite.used-up");
  });

  test("is refused when its hotkey is taken, and leaves no team behind", async () => {
    const api = await apiOf(await makeOperator(deps));
    const taken = { code: "CONFLICT", cause: { code: "miner.hotkey-taken" } };
    await api.create({ name: "First", hotkey: COLDKEY });
    await expect(api.create({ name: "Second", hotkey: COLDKEY })).rejects.toMatchObject(taken);
    expect(await deps.db.sql("select 1 from team where name = 'Second'")).toEqual([]);
  });

  test.each([
    ["a wrong checksum", `${HOTKEY.slice(0, -1)}Z`],
    ["another network's prefix", "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5"],
    ["an account index", "F7Hs"],
    ["no address at all", "hello"],
  ])("is refused for a hotkey with %s", async (_, hotkey) => {
    const api = await apiOf(await makeOperator(deps));
    const refused = { code: "BAD_REQUEST", cause: { code: "miner.bad-hotkey" } };
    await expect(api.create({ name: "Bad", hotkey })).rejects.toMatchObject(refused);
  });

  test("is made by validators too, and by nobody else", async () => {
    const [validator, crew] = [await makePerson(deps), await makeCrew()];
    await deps.db.sql(
      `with v as (insert into validator (network, netuid, hotkey, name) values ('localnet', 52, 'v', 'V') returning id)
       insert into validator_member (validator_id, account_id) select id, $1 from v`,
      [validator.accountId],
    );
    const hotkey = "5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy";
    expect(await (await apiOf(validator)).create({ name: "V's", hotkey })).toHaveProperty("teamId");
    await expect((await apiOf(crew.owner)).create({ name: "X", hotkey })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a team's people", () => {
  test("are listed with the labels that they gave this team today", async () => {
    const crew = await makeCrew();
    const other = await makeTeam(deps);
    const [round] = await deps.db.sql<{ id: number }>(
      `insert into round (network, netuid, number, secret_sealed, secret_hash, settings)
       values ('localnet', 52, 1, '', '', '{}') returning id`,
    );
    const label = (minerId: string, at: string) =>
      deps.db.sql(
        `insert into label (round_id, network, netuid, assignment_id, task_id, labeller_id, miner_id, ranks, ratings, submitted_at)
         values ($1, 'localnet', 52, gen_random_uuid(), gen_random_uuid(), $2, $3, '{0,1,2,3}', '{}', ${at})`,
        [round?.id ?? 0, crew.labeller.accountId, minerId],
      );
    await label(crew.minerId, "now()");
    await label(crew.minerId, "now()");
    await label(crew.minerId, "now() - interval '25 hours'");
    await label(other.minerId, "now()");
    const members = await membersOf(deps, await crew.manager.actor(), crew.teamId);
    expect(members.map((m) => [m.name, m.role, m.state, m.labelsToday])).toEqual([
      ["Owner", "owner", "active", 0],
      ["Manager", "manager", "active", 0],
      ["Labeller", "labeller", "active", 2],
    ]);
  });

  test("pause and resume a labeller, each once, and the log says who did", async () => {
    const crew = await makeCrew();
    const member = { teamId: crew.teamId, accountId: crew.labeller.accountId };
    const manager = await crew.manager.actor();
    const pauses = Array.from({ length: 5 }, () => refusal(pauseLabeller(deps, manager, member)));
    expect((await Promise.all(pauses)).toSorted()).toEqual(["accepted", ...Array(4).fill("membership.not-active")]);
    expect((await crew.labeller.actor()).memberships).toMatchObject([{ state: "paused" }]);
    await resumeLabeller(deps, manager, member);
    expect(await refusal(resumeLabeller(deps, manager, member))).toBe("membership.not-paused");
    expect((await crew.labeller.actor()).memberships).toMatchObject([{ state: "active" }]);
    expect(await actsOn(`team/${crew.teamId}/account/${crew.labeller.accountId}`)).toEqual([
      { act: "team.pause-labeller", actor_id: crew.manager.accountId },
      { act: "team.resume-labeller", actor_id: crew.manager.accountId },
    ]);
  });

  test("who manage are not paused", async () => {
    const crew = await makeCrew();
    const member = { teamId: crew.teamId, accountId: crew.manager.accountId };
    expect(await refusal(pauseLabeller(deps, await crew.owner.actor(), member))).toBe("membership.not-active");
  });

  test("let go: a labeller by a manager, a manager by an owner, an owner by nobody else", async () => {
    const crew = await makeCrew();
    const ended = async (by: Person, whom: Person) =>
      refusal(endMembership(deps, await by.actor(), { teamId: crew.teamId, accountId: whom.accountId }));
    expect(await ended(crew.manager, crew.owner)).toBe("membership.above-you");
    expect(await ended(crew.manager, crew.manager)).toBe("membership.above-you");
    expect(await ended(crew.owner, crew.owner)).toBe("membership.above-you");
    expect(await ended(crew.manager, crew.labeller)).toBe("accepted");
    expect(await ended(crew.manager, crew.labeller)).toBe("membership.unknown");
    expect(await ended(crew.owner, crew.manager)).toBe("accepted");
    expect((await crew.labeller.actor()).memberships).toEqual([]);
    expect(await ended(crew.manager, crew.owner)).toBe("team.not-yours");
    const states = await deps.db.sql("select state from membership where team_id = $1 order by role", [crew.teamId]);
    expect(states).toEqual([{ state: "ended" }, { state: "ended" }, { state: "active" }]);
  });

  test("let go do not walk back in, and their invites close with them", async () => {
    const crew = await makeCrew();
    const input = { teamId: crew.teamId, role: "labeller", cap: 5, expiresInHours: 1 } as const;
    const ofOwner = tokenOf((await inviteToTeam(deps, await crew.owner.actor(), input)).url);
    const ofManager = tokenOf((await inviteToTeam(deps, await crew.manager.actor(), input)).url);
    for (const { accountId } of [crew.labeller, crew.manager]) {
      await endMembership(deps, await crew.owner.actor(), { teamId: crew.teamId, accountId });
    }
    const rejoin = joinByInvite(deps, await crew.labeller.actor(), ofOwner);
    expect(await refusal(rejoin)).toBe("membership.ended-by-team");
    const newcomer = await makePerson(deps);
    expect(await refusal(joinByInvite(deps, await newcomer.actor(), ofManager))).toBe("invite.revoked");
  });

  test("who left by themselves may come back", async () => {
    const crew = await makeCrew();
    const input = { teamId: crew.teamId, role: "labeller", cap: 5, expiresInHours: 1 } as const;
    const token = tokenOf((await inviteToTeam(deps, await crew.owner.actor(), input)).url);
    await leaveTeam(deps, await crew.labeller.actor(), crew.teamId);
    await joinByInvite(deps, await crew.labeller.actor(), token);
    expect((await crew.labeller.actor()).memberships).toMatchObject([{ role: "labeller", state: "active" }]);
  });

  test("keep an owner even when all owners leave at once", async () => {
    const crew = await makeCrew();
    const second = await makePerson(deps);
    await enrol(deps, crew.teamId, second.accountId, "owner");
    const actors = [await crew.owner.actor(), await second.actor()];
    const outcomes = await Promise.all(actors.map((actor) => refusal(leaveTeam(deps, actor, crew.teamId))));
    expect(outcomes.toSorted()).toEqual(["accepted", "team.last-owner"]);
  });
});

describe("a manager", () => {
  test("has no power over another team, and learns nothing of whether it exists", async () => {
    const [mine, theirs] = [await makeCrew(), await makeCrew()];
    const api = await apiOf(mine.owner);
    for (const teamId of [theirs.teamId, deps.random.uuid()]) {
      const member = { teamId, accountId: theirs.labeller.accountId };
      const attempts = [
        () => api.members({ teamId }),
        () => api.invites({ teamId }),
        () => api.invite({ teamId, role: "labeller", cap: 1, expiresInHours: 1 }),
        () => api.rename({ teamId, name: "Mine" }),
        () => api.pauseLabeller(member),
        () => api.resumeLabeller(member),
        () => api.endMembership(member),
        () => api.revokeInvite({ teamId, inviteId: deps.random.uuid() }),
      ];
      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN", cause: { code: "team.not-yours" } });
      }
    }
  });

  test("withdraws the invites of the own team only", async () => {
    const [mine, theirs] = [await makeCrew(), await makeCrew()];
    const input = { role: "labeller", cap: 1, expiresInHours: 1 } as const;
    const foreign = await (await apiOf(theirs.owner)).invite({ ...input, teamId: theirs.teamId });
    const own = await (await apiOf(mine.manager)).invite({ ...input, teamId: mine.teamId });
    const api = await apiOf(mine.owner);
    const attempt = api.revokeInvite({ teamId: mine.teamId, inviteId: foreign.inviteId });
    await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
    await api.revokeInvite({ teamId: mine.teamId, inviteId: own.inviteId });
    expect(await api.invites({ teamId: mine.teamId })).toMatchObject([
      { inviteId: own.inviteId, state: "revoked", createdByName: "Manager" },
    ]);
  });

  test("sees the miner's hotkey, a labeller does not", async () => {
    const crew = await makeCrew();
    expect(await (await apiOf(crew.manager)).mine()).toMatchObject([
      { teamId: crew.teamId, role: "manager", miner: { uid: null, state: "active" } },
    ]);
    expect(await (await apiOf(crew.labeller)).mine()).toMatchObject([{ teamId: crew.teamId, miner: null }]);
  });

  test("renames the team, and the log keeps both names", async () => {
    const crew = await makeCrew();
    await (await apiOf(crew.manager)).rename({ teamId: crew.teamId, name: "Indigo" });
    const log = await deps.db.sql("select before, after from audit_log where act = 'team.rename' and subject = $1", [
      `team/${crew.teamId}`,
    ]);
    expect(log).toEqual([{ before: { name: "Blue" }, after: { name: "Indigo" } }]);
  });
});

test("operators page through all teams, each once", async () => {
  for (let i = 0; i < 101; i++) await makeTeam(deps, `Team ${i}`);
  const api = await apiOf(await makeOperator(deps));
  const first = await api.all({});
  const second = await api.all({ after: first.next ?? "" });
  const seen = [...first.teams, ...second.teams].map((team) => team.teamId);
  const [count] = await deps.db.sql<{ n: number }>("select count(*)::int as n from team");
  expect(first.teams).toHaveLength(100);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(count?.n);
  expect(second.next).toBeNull();
});
