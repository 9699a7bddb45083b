import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import superjson from "superjson";

import { startSession } from "#server/identity/session.ts";
import { claimSlot, findLabellerRound, findOpenAssignment } from "#server/pipeline/assignment/repository.ts";
import { insertLabel, lockOwnAssignment } from "#server/pipeline/labelling/repository.ts";
import { type Database, openDatabase } from "#server/platform/db.ts";
import { sha256Hex } from "#server/platform/hashing.ts";
import { cryptoRandomness } from "#server/platform/random.ts";
import { createVault } from "#server/platform/secrets.ts";
import { startChild, stopChild } from "#server/supervisor/children.ts";
import { startEmbeddedPostgres } from "#server/supervisor/embedded-postgres.ts";
import { buildPages } from "#server/supervisor/build-pages.ts";
import { migrateDatabase } from "#server/supervisor/migrate.ts";

import { type BenchLabeller, fillDatabase } from "./labelling-fixture.ts";
import { closedLoop, type LoadResult } from "./load.ts";
import { postJson } from "./post-json.ts";

const SUBNET = { network: "localnet", netuid: 52 } as const;
const SECRET = "a secret of the benchmark that protects nothing";
const PORT = 3_900;
const ORIGIN = `http://localhost:${PORT}`;
/** More tasks than any client can finish in the time. */
const TASKS_PER_SECOND = 40;
/** Both run for so long before they are measured: what counts is a server that has been up for a while. */
const WARM_UP_S = 4;

export type LabellingBench = { direct: LoadResult; http: LoadResult; ratio: number; text: string };

/**
 * Claim + submit cycles per second of concurrent labellers over HTTP, as a ratio to the same
 * statements issued through `pg` with the same concurrency on an equal database, in one run.
 */
export async function benchLabelling(
  options: { clients: number; seconds: number },
  { say, signal }: { say: (line: string) => void; signal: AbortSignal },
): Promise<LabellingBench> {
  const dataDir = mkdtempSync(join(tmpdir(), "dojo-bench-"));
  await buildPages(say, signal);
  const postgres = await startEmbeddedPostgres({ dataDir, password: "bench" });
  try {
    const direct = await withDatabase(postgres.url, "direct", options, async (db, labellers) => {
      say(`direct: ${options.clients} clients for ${options.seconds} s …`);
      const cycle = (labeller: BenchLabeller) => directCycle(db, labeller);
      await closedLoop(labellers, WARM_UP_S, cycle);
      return closedLoop(labellers, options.seconds, cycle);
    });
    const http = await withDatabase(postgres.url, "http", options, (db, labellers, url) =>
      overHttp(db, labellers, url, dataDir, options, say),
    );
    const ratio = http.perSecond / direct.perSecond;
    return { direct, http, ratio, text: report(direct, http, ratio) };
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function report(direct: LoadResult, http: LoadResult, ratio: number): string {
  const line = (name: string, r: LoadResult) =>
    `${name.padEnd(8)} ${r.perSecond.toFixed(0).padStart(6)} cycles/s   p50 ${r.p50Ms.toFixed(1)} ms   p99 ${r.p99Ms.toFixed(1)} ms   (${r.cycles} cycles)`;
  return [line("direct", direct), line("http", http), `ratio    ${(100 * ratio).toFixed(0)} % of the direct rate`].join(
    "\n",
  );
}

async function withDatabase<T>(
  serverUrl: string,
  name: string,
  options: { clients: number; seconds: number },
  run: (db: Database, labellers: BenchLabeller[], url: string) => Promise<T>,
): Promise<T> {
  const admin = openDatabase({ url: serverUrl, poolSize: 2 });
  await admin.sql(`create database bench_${name}`);
  await admin.close();
  const url = new URL(serverUrl);
  url.pathname = `/bench_${name}`;
  await migrateDatabase(url.toString());
  const db = openDatabase({ url: url.toString(), poolSize: options.clients });
  try {
    const labellers = await fillDatabase(db.sql, SUBNET, {
      labellers: options.clients,
      tasks: (options.seconds + WARM_UP_S) * TASKS_PER_SECOND,
    });
    return await run(db, labellers, url.toString());
  } finally {
    await db.close();
  }
}

/** What the server asks of PostgreSQL for one task, without anything around it. */
async function directCycle(db: Database, labeller: BenchLabeller): Promise<boolean> {
  const round = await findLabellerRound(db.sql, SUBNET, labeller);
  await findOpenAssignment(db.sql, SUBNET, labeller.accountId);
  const base = {
    subnet: SUBNET,
    labellerId: labeller.accountId,
    minerId: labeller.minerId,
    level: 1,
    locale: "en",
    leaseSeconds: 900,
  };
  const startKey = Math.floor(2 ** 31 * (Buffer.from(cryptoRandomness.bytes(4)).readUInt32BE() / 2 ** 32));
  const kind = (round?.taken ?? 0) % 2 === 0 ? "control" : "normal";
  const task = await claimSlot(db.sql, { ...base, kind, startKey });
  if (!task) return false;
  await db.withTransaction(async (sql) => {
    const held = await lockOwnAssignment(sql, SUBNET, labeller.accountId, task.assignment_id);
    if (!held) throw new Error("the claimed assignment has gone");
    await insertLabel(sql, {
      subnet: SUBNET,
      roundId: held.roundId,
      assignmentId: held.id,
      taskId: held.taskId,
      slotId: held.slotId,
      labellerId: labeller.accountId,
      minerId: held.minerId,
      outcome: "submitted",
      ranks: [0, 1, 2, 3],
      unusable: [],
      ratings: "{}",
      comment: "",
      activeMs: 0,
      evidence: "{}",
      submittedAt: held.now,
      receipt: { digest: sha256Hex(held.id), content: "{}" },
    });
  });
  return true;
}

type HttpClient = { cookie: string };

async function overHttp(
  db: Database,
  labellers: readonly BenchLabeller[],
  url: string,
  dataDir: string,
  options: { clients: number; seconds: number },
  say: (line: string) => void,
): Promise<LoadResult> {
  const deps = { vault: createVault(SECRET), appOrigin: ORIGIN, random: cryptoRandomness };
  const clients: HttpClient[] = [];
  for (const labeller of labellers) {
    const setCookie = await startSession(deps, db.sql, labeller.accountId, { ip: "127.0.0.1", userAgent: null });
    clients.push({ cookie: setCookie.split(";")[0] ?? "" });
  }
  const web = startChild("The web process", "server/web/main.ts", {
    DATABASE_URL: url,
    DATABASE_POOL: "24",
    DATA_DIR: dataDir,
    DOJO_SECRET: SECRET,
    PORT: String(PORT),
    APP_ORIGIN: ORIGIN,
    NODE_ENV: "production",
  });
  await web.ready;
  const agent = new Agent({ keepAlive: true, maxSockets: options.clients });
  try {
    say(`http: ${options.clients} clients for ${options.seconds} s …`);
    const cycle = (client: HttpClient) => httpCycle(agent, client);
    await closedLoop(clients, WARM_UP_S, cycle);
    return await closedLoop(clients, options.seconds, cycle);
  } finally {
    agent.destroy();
    await stopChild(web);
  }
}

async function httpCycle(agent: Agent, client: HttpClient): Promise<boolean> {
  const next = await call(agent, client, "assignment.next", undefined);
  const assignment = assignmentOf(next);
  if (!assignment) return false;
  const { assignmentId, leaseToken, completions } = assignment;
  await call(agent, client, "labelling.submit", {
    assignmentId,
    leaseToken,
    ranking: completions.map(({ id }) => [id]),
  });
  return true;
}

type Leased = { assignmentId: string; leaseToken: string; completions: { id: string }[] };

function assignmentOf(answer: unknown): Leased | null {
  const parsed: { status: string; assignment?: Leased } = superjson.deserialize(answerData(answer));
  return parsed.status === "assignment" ? (parsed.assignment ?? null) : null;
}

function answerData(answer: unknown): Parameters<typeof superjson.deserialize>[0] {
  const body: { result?: { data: Parameters<typeof superjson.deserialize>[0] }; error?: unknown } = Object(answer);
  if (!body.result) throw new Error(`the server refused: ${JSON.stringify(body.error).slice(0, 300)}`);
  return body.result.data;
}

const call = (agent: Agent, client: HttpClient, procedure: string, input: unknown): Promise<unknown> =>
  postJson(agent, {
    port: PORT,
    path: `/api/trpc/${procedure}`,
    body: JSON.stringify(superjson.serialize(input)),
    cookie: client.cookie,
  });
