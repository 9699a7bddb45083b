import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

import { makeWorkerUtils } from "graphile-worker";
import pg from "pg";

import { childEnv } from "#server/platform/env.ts";

const MIGRATIONS = "prisma/migrations";

/** What a connection failure means, in one sentence. */
function explainConnection(error: unknown, url: string): Error {
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${hostname}:${port || 5432}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known: Record<string, string> = {
    ECONNREFUSED: `No PostgreSQL answers at ${where}: start it, or correct DATABASE_URL.`,
    ENOTFOUND: `The host ${hostname} of DATABASE_URL is unknown: correct it.`,
    "28P01": `PostgreSQL at ${where} refuses the password of “${username}”: correct DATABASE_URL.`,
    "28000": `PostgreSQL at ${where} does not let “${username}” in: correct DATABASE_URL or its access rules.`,
    "3D000": `PostgreSQL at ${where} has no database “${pathname.slice(1)}”: create it (createdb ${pathname.slice(1)}) or correct DATABASE_URL.`,
  };
  return new Error(
    known[code] ?? `The database at ${where} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    {
      cause: error,
    },
  );
}

async function appliedMigrations(url: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    throw explainConnection(error, url);
  }
  try {
    const table = await client.query("select to_regclass('public._prisma_migrations') as found");
    if (table.rows[0]?.found === null) return new Set();
    const applied = await client.query<{ name: string }>(
      "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    return new Set(applied.rows.map((row) => row.name));
  } finally {
    await client.end();
  }
}

/** Brings the schema up to date; when nothing is missing it costs two queries, not a start of Prisma's CLI. */
export async function migrateDatabase(url: string): Promise<void> {
  const applied = await appliedMigrations(url);
  const missing = readdirSync(MIGRATIONS).filter((name) => !name.endsWith(".toml") && !applied.has(name));
  if (missing.length > 0) {
    const run = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "deploy"], {
      env: childEnv({ DATABASE_URL: url }),
      encoding: "utf8",
    });
    if (run.status !== 0)
      throw new Error(`The migrations ${missing.join(", ")} could not be applied:\n${run.stderr || run.stdout}`);
  }
  const jobs = await makeWorkerUtils({ connectionString: url });
  await jobs.migrate();
  await jobs.release();
}
