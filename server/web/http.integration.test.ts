import { request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { enrol, makePerson, makeTeam, type Person } from "#server/identity/identity.fixtures.ts";
import { createActorReader } from "#server/identity/session.ts";
import type { Deps } from "#server/platform/deps.ts";
import { readTasks } from "#server/pipeline/generation/task-views.ts";
import { createTestDatabase, type TestDatabase } from "#server/testing/database.ts";
import { testDeps } from "#server/testing/deps.ts";
import { makeRound, makeTask } from "#server/testing/factories/market.ts";

import { createAuthRoute } from "./auth-route.ts";
import { createAddressReader } from "./client-address.ts";
import { BODY_BYTES_MAX, createHttpServer, listen } from "./http-server.ts";
import { createRestRoute } from "./rest-route.ts";
import { createSecurityHeaders } from "./security-headers.ts";
import { createTrpcRoute, TRPC_PREFIX } from "./trpc-route.ts";

const UNKNOWN = "00000000-0000-4000-8000-000000000000";

let database: TestDatabase;
let deps: Deps;
let server: Server;
let labeller: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = testDeps(database.db);
  const readActor = createActorReader(deps);
  const addressOf = createAddressReader(0);
  server = createHttpServer({
    appOrigin: deps.appOrigin,
    logger: deps.logger,
    headers: createSecurityHeaders({ appOrigin: deps.appOrigin, sandboxOrigin: deps.sandboxOrigin, dev: false }),
    routes: [
      { prefix: TRPC_PREFIX, handle: createTrpcRoute(deps, readActor, addressOf) },
      { prefix: "/api/auth/", handle: createAuthRoute(deps, addressOf) },
      { prefix: "/api/v1/", handle: createRestRoute(deps, readActor) },
    ],
    page: (_request, response) => response.end("page"),
  });
  await listen(server, "127.0.0.1", 0);
  labeller = await makePerson(deps);
  const { teamId, minerId } = await makeTeam(deps);
  await enrol(deps, teamId, labeller.accountId, "labeller");
  await makeTask(deps.db.sql, { roundId: await makeRound(deps.db.sql), minerIds: [minerId] });
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.close();
});

type Answer = { status: number; type: string; body: unknown };
type Sent = { body?: string | Buffer; chunked?: boolean; headers?: Record<string, string>; method?: string };

/** One request by plain Node, which lets a test lie about lengths and origins where a browser would not. */
function send(path: string, { body, chunked, headers = {}, method = body === undefined ? "GET" : "POST" }: Sent = {}) {
  const { port } = addressOfServer();
  return new Promise<Answer>((resolve, reject) => {
    const given: Record<string, string> = { "content-type": "application/json", cookie: labeller.cookie, ...headers };
    if (body !== undefined && !chunked) given["content-length"] = String(Buffer.byteLength(body));
    const sent = httpRequest({ port, path, method, headers: given }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => {
        const type = String(response.headers["content-type"] ?? "");
        resolve({ status: response.statusCode ?? 0, type, body: /json/.test(type) ? JSON.parse(text) : text });
      });
    });
    // A server that has answered may close before all of a body that it does not want has been sent.
    sent.on("error", (error) => setTimeout(() => reject(error), 1_000));
    if (body !== undefined) sent.write(body);
    sent.end();
  });
}

function addressOfServer(): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test server does not listen");
  return address;
}

const call = (procedure: string, input?: unknown, over: Sent = {}) =>
  send(`${TRPC_PREFIX}${procedure}`, { body: JSON.stringify(superjson.serialize(input)), ...over });
const refusal = (code: string) => ({ error: { json: { data: { refusal: { code } } } } });

describe("a request", () => {
  test.each(["identity.setName", "labelling.submit"])(
    "whose body is not JSON is refused by %s, typed",
    async (name) => {
      const answer = await send(`${TRPC_PREFIX}${name}`, { body: '{"json": {"name": ' });
      expect(answer).toMatchObject({ status: 400, body: refusal("input.not-json") });
      expect(JSON.stringify(answer.body)).not.toMatch(/at .*\.ts|stack/);
    },
  );

  test.each(['{"json":{},"meta":{"values":{"name":["Nope"]}}}', '{"json":{"__proto__":{"x":1}}}', "[]", "7", "null"])(
    "whose JSON is not what our client writes, %s, is refused, typed",
    async (body) => {
      expect(await send(`${TRPC_PREFIX}identity.setName`, { body })).toMatchObject({
        status: 400,
        body: { error: { json: { data: { refusal: { code: expect.stringMatching(/^(input|request)\./) } } } } },
      });
    },
  );

  test("whose input is not what the procedure takes is refused with the field's name", async () => {
    const answer = await call("identity.setName", { name: 7 });
    expect(answer).toMatchObject({ status: 400, body: refusal("input.malformed") });
    expect(answer.body).toMatchObject({
      error: { json: { data: { refusal: { fields: { name: [expect.any(String)] } } } } },
    });
  });

  const large = Buffer.alloc(BODY_BYTES_MAX + 1, " ");
  test.each([
    ["that says its length", `${TRPC_PREFIX}identity.setName`, false],
    ["that does not, to a procedure", `${TRPC_PREFIX}identity.setName`, true],
    ["that does not, to sign in", "/api/auth/sign-in/email", true],
    ["that does not, to the REST API", "/api/v1/rounds", false],
    ["of a page", "/", false],
  ])("with an oversized body %s is answered with 413", async (_name, path, chunked) => {
    const answer = await send(path, { body: large, chunked, headers: { origin: deps.appOrigin } });
    expect(answer.status).toBe(413);
  });

  test.each([
    ["another site", "https://evil.example"],
    ["a document's sandbox", "http://m1.localhost:4001"],
    ["an opaque origin", "null"],
    ["our host over another scheme", "https://localhost:3000"],
  ])("that changes something and comes from %s is refused, and changes nothing", async (_name, origin) => {
    const answer = await call("identity.setName", { name: "Mallory" }, { headers: { origin } });
    expect(answer).toMatchObject({ status: 403, body: { type: "urn:dojo:request.foreign-origin" } });
    expect(await nameOf(labeller)).toBe("Ada");
    expect(await call("identity.setName", { name: "Ada" }, { headers: { origin: deps.appOrigin } })).toMatchObject({
      status: 200,
    });
  });

  test("of a session that was revoked is a stranger's from then on", async () => {
    const guest = await makePerson(deps);
    const headers = { cookie: guest.cookie };
    expect((await call("identity.setName", { name: "Ada" }, { headers })).status).toBe(200);
    await deps.db.sql("delete from session where account_id = $1", [guest.accountId]);
    expect(await call("identity.setName", { name: "Ada" }, { headers })).toMatchObject({
      status: 401,
      body: refusal("request.unauthorized"),
    });
    expect((await send("/api/v1/rounds", { headers })).status).toBe(401);
  });

  test("for a route or procedure that does not exist is told so", async () => {
    expect(await send("/api/v1/nothing")).toMatchObject({ status: 404, body: { type: "urn:dojo:route.unknown" } });
    expect(await send(`${TRPC_PREFIX}nothing.here`)).toMatchObject({ status: 404 });
  });

  test("with a malformed path parameter is refused as such", async () => {
    expect(await send("/api/v1/rounds/one/scores")).toMatchObject({
      status: 400,
      body: { type: "urn:dojo:input.malformed" },
    });
    expect(await send("/api/v1/commitments/1%27%20or%201=1")).toMatchObject({ status: 400 });
  });
});

/** A query string, even a meaningless one, is left to tRPC's own adapter. */
describe("a mutation is answered as tRPC's own adapter would", () => {
  const json = (input: unknown) => JSON.stringify(superjson.serialize(input));
  const atOneTime = (answer: Answer) => JSON.stringify(answer).replace(/"serverTime":"[^"]+"/, "");
  test.each([
    ["a result with dates", "assignment.next", json(undefined)],
    ["a result without data", "identity.setName", json({ name: "Ada" })],
    [
      "a refusal with its code",
      "labelling.skip",
      json({ assignmentId: UNKNOWN, leaseToken: UNKNOWN, reason: "unclear" }),
    ],
    ["input of another shape", "identity.setName", json({ name: 7 })],
    ["a body that is no JSON", "identity.setName", "{"],
    ["no body", "identity.setName", ""],
    ["a right that is missing", "rounds.open", json({})],
    ["a procedure that is none", "nothing.here", json({})],
    ["a query", "tasks.list", json({})],
  ])("%s", async (_name, procedure, body) => {
    const [ours, theirs] = [
      await send(`${TRPC_PREFIX}${procedure}`, { body }),
      await send(`${TRPC_PREFIX}${procedure}?`, { body }),
    ];
    expect(atOneTime(ours)).toEqual(atOneTime(theirs));
    const stranger = { body, headers: { cookie: "" } };
    expect(await send(`${TRPC_PREFIX}${procedure}`, stranger)).toEqual(
      await send(`${TRPC_PREFIX}${procedure}?`, stranger),
    );
  });
});

test("a list of tasks on the wire has the fields of its schema, though the service knows more", async () => {
  const { tasks } = await readTasks(deps, { limit: 1 });
  expect(Object.keys(tasks[0] ?? {})).toContain("createdAt");
  const validator = await makePerson(deps);
  await deps.db.sql(
    `with v as (insert into validator (network, netuid, hotkey, name) values ('localnet', 52, 'v', 'V') returning id)
     insert into validator_member (validator_id, account_id) select id, $1 from v`,
    [validator.accountId],
  );
  const input = encodeURIComponent(JSON.stringify({ json: { limit: 1 } }));
  const answer = await send(`${TRPC_PREFIX}tasks.list?input=${input}`, { headers: { cookie: validator.cookie } });
  expect(answer).toMatchObject({ status: 200, body: { result: { data: { json: { tasks: [{ kind: "control" }] } } } } });
  expect(JSON.stringify(answer.body)).not.toContain("createdAt");
});

test("an assignment on the wire has the fields of its schema and nothing that tells a control task", async () => {
  const answer = await call("assignment.next");
  expect(answer.status).toBe(200);
  expect(JSON.stringify(answer.body)).not.toMatch(/control|normal|"kind":"(?!score)|miner|level|variants|task_?id/i);
  expect(answer.body).toMatchObject({ result: { data: { json: { status: "assignment" } } } });
});

const nameOf = async (person: Person) => (await person.actor()).name;
