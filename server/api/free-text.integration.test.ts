import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { actorOf, contextOf, enrol, makeOperator, makePerson, makeTeam } from "#server/identity/identity.fixtures.ts";
import { completionIds } from "#server/platform/completion-ids.ts";
import type { Deps } from "#server/platform/deps.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import { makeRound, makeTask } from "#server/testing/factories/market.ts";

import { createCaller } from "./root.ts";

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
});
afterAll(() => database.close());

const sql: Deps["db"]["sql"] = (...args) => database.db.sql(...args);

/** What is stored as it is: quotes that end a statement, markup, text that runs backwards, and an emoji. */
const HOSTILE = [
  "'); drop table account; --",
  "<img src=x onerror=alert(1)><script>1</script>",
  "{{constructor}} ${7*7} %s \\x00 \\",
  "\u202Eevil\u202C 🧨 e\u0301",
];
/** What no table can hold: it is refused before it reaches one. */
const UNSTORABLE = ["with\u0000nul", "half \uD83E", "\uDD2A other half"];

async function asLabeller() {
  const person = await makePerson(deps);
  const { teamId, minerId } = await makeTeam(deps);
  await enrol(deps, teamId, person.accountId, "labeller");
  await sql("update round set state = 'closed'");
  await makeTask(sql, { roundId: await makeRound(sql), minerIds: [minerId] });
  const api = createCaller(contextOf(deps, await person.actor()).ctx);
  const next = await api.assignment.next();
  if (next.status === "nothing") throw new Error(next.reason);
  const { assignmentId, leaseToken } = next.assignment;
  return { api, held: { assignmentId, leaseToken } };
}

const HOTKEYS = [
  "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
  "5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y",
  "5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy",
  "5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw",
  "5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL",
];

/** Writes a text into one field and reads it back from where it lies. */
const FIELDS: Record<string, (text: string) => Promise<unknown>> = {
  "a person's name": async (name) => {
    const person = await makePerson(deps);
    await createCaller(contextOf(deps, await person.actor()).ctx).identity.setName({ name });
    return (await actorOf(deps, person.cookie)).name;
  },
  "a guest's name": async (name) => {
    const { teamId } = await makeTeam(deps);
    const person = await makePerson(deps);
    await enrol(deps, teamId, person.accountId, "owner");
    const owner = createCaller(contextOf(deps, await person.actor()).ctx);
    const { url } = await owner.teams.invite({ teamId, role: "labeller", cap: 1, expiresInHours: 1 });
    const email = `${deps.random.uuid()}@example.test`;
    const guest = createCaller(contextOf(deps, null, deps.random.uuid()).ctx);
    await guest.identity.acceptInvite({
      token: url.split("/").at(-1) ?? "",
      name,
      email,
      password: "correct horse battery",
    });
    return (await sql<{ name: string }>("select name from account where email = $1", [email]))[0]?.name;
  },
  "a new team's name": async (name) => {
    const operator = await makeOperator(deps);
    const api = createCaller(contextOf(deps, await operator.actor()).ctx);
    // One is left when all that are stored have been used: a team that is refused takes none.
    const hotkey = (HOTKEYS.length > 1 ? HOTKEYS.pop() : HOTKEYS[0]) ?? "";
    const { teamId } = await api.teams.create({ name, hotkey });
    return (await sql<{ name: string }>("select name from team where id = $1", [teamId]))[0]?.name;
  },
  "a team's name": async (name) => {
    const { teamId } = await makeTeam(deps);
    const person = await makePerson(deps);
    await enrol(deps, teamId, person.accountId, "owner");
    await createCaller(contextOf(deps, await person.actor()).ctx).teams.rename({ teamId, name });
    return (await sql<{ name: string }>("select name from team where id = $1", [teamId]))[0]?.name;
  },
  "a label's comment": async (comment) => {
    const { api, held } = await asLabeller();
    await api.labelling.submit({ ...held, ranking: completionIds(held.assignmentId).map((id) => [id]), comment });
    const rows = await sql<{ comment: string }>("select comment from label where assignment_id = $1", [
      held.assignmentId,
    ]);
    return rows[0]?.comment;
  },
  "a draft's comment": async (comment) => {
    const { api, held } = await asLabeller();
    const state = { ranking: [], unusable: [], ratings: {}, comment };
    await api.labelling.saveDraft({ ...held, baseRevision: 0, state });
    const next = await api.assignment.next();
    return next.status === "assignment" ? next.assignment.draft?.state.comment : null;
  },
  "the note of a skip": async (note) => {
    const { api, held } = await asLabeller();
    await api.labelling.skip({ ...held, reason: "other", note });
    const rows = await sql<{ note: string }>("select skip_note as note from assignment where id = $1", [
      held.assignmentId,
    ]);
    return rows[0]?.note;
  },
};

describe.each(Object.entries(FIELDS))("%s", (_name, writeAndRead) => {
  test.each(HOSTILE)("keeps %j as the text it is, and does nothing by it", async (text) => {
    expect(await writeAndRead(text)).toBe(text);
    expect(await sql("select to_regclass('account') is not null as there")).toEqual([{ there: true }]);
  });

  test.each(UNSTORABLE)("refuses %j by name, not as a fault of ours", async (text) => {
    await expect(writeAndRead(text)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
