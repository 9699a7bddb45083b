import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";

import type { Actor, Context } from "./context.ts";
import { createRestApp } from "./rest/app.ts";
import { REST_ROUTES } from "./rest/routes.ts";
import { appRouter, createCaller } from "./root.ts";

const ROLES = ["nobody", "account", "labeller", "manager", "validator", "operator"] as const;
type Role = (typeof ROLES)[number];

const everybody = ROLES;
const account: readonly Role[] = ["account", "labeller", "manager", "validator", "operator"];
const labeller: readonly Role[] = ["labeller"];
const manager: readonly Role[] = ["manager"];
const validator: readonly Role[] = ["validator"];
const operator: readonly Role[] = ["operator"];
const console_: readonly Role[] = ["validator", "operator"];

/** Who may call what. A procedure that is not in the table fails the test: rights are decided, never forgotten. */
const PROCEDURES: Record<string, readonly Role[]> = {
  "identity.me": everybody,
  "identity.readInvite": everybody,
  "identity.acceptInvite": everybody,
  "identity.redeemSignInLink": everybody,
  "identity.signOut": everybody,
  "identity.joinByInvite": account,
  "identity.account": account,
  "identity.setLocale": account,
  "identity.setName": account,
  "identity.changePassword": account,
  "identity.revokeSession": account,
  "identity.revokeOtherSessions": account,
  "identity.removePasskey": account,
  "identity.createSignInLink": operator,
  "identity.createInvite": operator,
  "identity.invites": operator,
  "identity.revokeInvite": operator,
  "teams.create": console_,
  "teams.mine": account,
  "teams.leave": account,
  "teams.members": manager,
  "teams.invite": manager,
  "teams.invites": manager,
  "teams.revokeInvite": manager,
  "teams.rename": manager,
  "teams.pauseLabeller": manager,
  "teams.resumeLabeller": manager,
  "teams.endMembership": manager,
  "teams.all": operator,
  "rounds.list": account,
  "rounds.get": account,
  "rounds.open": validator,
  "rounds.close": validator,
  "tasks.list": validator,
  "tasks.get": validator,
  "tasks.assignment": validator,
  "tasks.assignments": validator,
  "evaluations.list": console_,
  "assignment.next": labeller,
  "labelling.saveDraft": labeller,
  "labelling.extend": labeller,
  "labelling.skip": labeller,
  "labelling.submit": labeller,
  "labelling.history": labeller,
  "labelling.today": labeller,
  "scoring.scores": account,
  "scoring.ofMiner": account,
  "scoring.explain": account,
  "scoring.commitment": everybody,
  "weights.list": validator,
  "weights.ofRound": validator,
  "export.create": validator,
  "export.list": validator,
  "export.get": validator,
  "operations.health": operator,
  "operations.jobs": console_,
  "operations.cancelJob": console_,
  "operations.watchJobs": console_,
};

const TEAM = "00000000-0000-4000-8000-000000000001";
const base: Actor = {
  accountId: "somebody",
  sessionId: "s",
  name: "Somebody",
  locale: "en",
  level: 1,
  isOperator: false,
  memberships: [],
  validatorIds: [],
};
const member = (role: "labeller" | "manager") => ({ teamId: TEAM, minerId: TEAM, role, state: "active" as const });
const ACTORS: Record<Role, Actor | null> = {
  nobody: null,
  account: base,
  labeller: { ...base, memberships: [member("labeller")] },
  manager: { ...base, memberships: [member("manager")] },
  validator: { ...base, validatorIds: [TEAM] },
  operator: { ...base, isOperator: true },
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

function contextOf(role: Role): Context {
  const signal = new Headers();
  return {
    deps: testDeps(database.db),
    actor: ACTORS[role],
    setCookie: () => {},
    request: { ip: `10.0.0.${ROLES.indexOf(role)}`, headers: signal },
  };
}

/** Input that no procedure accepts: what is allowed says BAD_REQUEST (or works, having none), what is not says so first. */
const NONSENSE = { there: "is no such field" };

async function isAllowed(role: Role, path: string): Promise<boolean> {
  let call: unknown = createCaller(contextOf(role));
  for (const step of path.split(".")) call = Reflect.get(Object(call), step);
  if (typeof call !== "function") throw new Error(`${path} is not a procedure`);
  try {
    await call(NONSENSE);
    return true;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return error.code !== "UNAUTHORIZED" && error.code !== "FORBIDDEN";
  }
}

const outputOf = (procedure: unknown): unknown => Object(Reflect.get(Object(procedure), "_def")).output;

describe("every procedure as every role", () => {
  const paths = Object.keys(appRouter._def.procedures);

  test("the table names every procedure and nothing else", () => {
    expect(Object.keys(PROCEDURES).toSorted()).toEqual(paths.toSorted());
  });

  test("every procedure names what leaves the server; the one stream parses each of its events", () => {
    const open = Object.entries(appRouter._def.procedures).filter(([, procedure]) => !outputOf(procedure));
    expect(open.map(([path]) => path)).toEqual(["operations.watchJobs"]);
  });

  test.each(paths)("%s", async (path) => {
    const allowed: Role[] = [];
    for (const role of ROLES) if (await isAllowed(role, path)) allowed.push(role);
    expect(allowed).toEqual(ROLES.filter((role) => PROCEDURES[path]?.includes(role)));
  });
});

const ROUTES: Record<keyof typeof REST_ROUTES, readonly Role[]> = {
  health: everybody,
  rounds: account,
  scores: account,
  commitment: everybody,
  datasets: validator,
  datasetFile: validator,
};

describe("every REST route as every role", () => {
  test.each(Object.entries(REST_ROUTES))("%s", async (name, route) => {
    const path = route.path
      .replace("{roundId}", "1")
      .replace("{taskId}", TEAM)
      .replace("{datasetId}", TEAM)
      .replace("{path}", "x");
    const allowed: Role[] = [];
    for (const role of ROLES) {
      const app = createRestApp(testDeps(database.db), async () => ACTORS[role]);
      const { status } = await app.request(`/api/v1${path}`);
      if (status !== 401 && status !== 403) allowed.push(role);
    }
    const expected: readonly Role[] = Object.entries(ROUTES).find(([key]) => key === name)?.[1] ?? [];
    expect(allowed).toEqual(ROLES.filter((role) => expected.includes(role)));
  });

  test("an error is a problem document that says what to do", async () => {
    const app = createRestApp(testDeps(database.db), async () => null);
    const answer = await app.request("/api/v1/rounds");
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({
      status: 401,
      type: "urn:dojo:request.unauthorized",
      detail: "Sign in first.",
    });
  });
});
