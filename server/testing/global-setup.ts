import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { startEmbeddedPostgres } from "#server/supervisor/embedded-postgres.ts";

/** One real PostgreSQL for the whole run. Durability is off: nobody reads a test's database after a power cut. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide("databaseServerUrl", given);
    return async () => {};
  }
  const dataDir = mkdtempSync(join(tmpdir(), "dojo-test-"));
  const flags = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"].flatMap((flag) => ["-c", flag]);
  const postgres = await startEmbeddedPostgres({ dataDir, password: "test", extraFlags: flags });
  project.provide("databaseServerUrl", postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
