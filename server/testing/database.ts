import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { makeWorkerUtils } from "graphile-worker";
import pg from "pg";

import { type Database, openDatabase } from "#server/platform/db.ts";

import { testDatabaseServer } from "./database-server.ts";

const MIGRATIONS = "prisma/migrations";

/** The template is named after the migrations it holds: a changed schema never meets an old template. */
function templateName(): string {
  const hash = createHash("sha256");
  for (const folder of readdirSync(MIGRATIONS).toSorted()) {
    if (folder.endsWith(".toml")) continue;
    hash.update(readFileSync(join(MIGRATIONS, folder, "migration.sql")));
  }
  return `template_${hash.digest("hex").slice(0, 16)}`;
}

/** Any fixed number: one session at a time makes the template. */
const TEMPLATE_LOCK = 6_150_117;

async function ensureTemplate(admin: pg.Client, serverUrl: string): Promise<string> {
  const name = templateName();
  await admin.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    const found = await admin.query("select 1 from pg_database where datname = $1 and datistemplate", [name]);
    if (found.rowCount === 0) {
      await admin.query(`drop database if exists "${name}"`);
      await admin.query(`create database "${name}"`);
      await migrate(withDatabase(serverUrl, name));
      await admin.query(`alter database "${name}" is_template true`);
    }
  } finally {
    await admin.query("select pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
  return name;
}

/** Migrations run as plain SQL here: the same files that `prisma migrate deploy` applies, without its start-up time. */
async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const folder of readdirSync(MIGRATIONS).toSorted()) {
    if (folder.endsWith(".toml")) continue;
    await client.query(readFileSync(join(MIGRATIONS, folder, "migration.sql"), "utf8"));
  }
  await client.end();
  const jobs = await makeWorkerUtils({ connectionString: url });
  await jobs.migrate();
  await jobs.release();
}

function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}

export type TestDatabase = { db: Database; url: string; close(): Promise<void> };

/** A database of its own for one test file, cloned from a migrated template in about 50 ms. */
export async function createTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const serverUrl = await testDatabaseServer();
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  const template = await ensureTemplate(admin, serverUrl);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await admin.query(`create database "${name}" template "${template}"`);
  const url = withDatabase(serverUrl, name);
  const db = openDatabase({ url, poolSize: options.poolSize ?? 10 });
  return {
    db,
    url,
    async close() {
      await db.close();
      await admin.query(`drop database if exists "${name}" with (force)`);
      await admin.end();
    },
  };
}
