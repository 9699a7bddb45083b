import { env } from "#server/platform/env.ts";

import { migrateDatabase } from "./migrate.ts";
import { assertDiskSpace, assertPortFree } from "./preconditions.ts";
import { createProcesses, startDatabase, startSandbox } from "./processes.ts";

/**
 * Database and sandbox of this data directory, without web and worker: for a command that makes and measures and has nobody
 * to serve.
 */
export async function startWorkshop(): Promise<{ databaseUrl: string; stop(): Promise<void> }> {
  await assertPortFree("127.0.0.1", env.SANDBOX_PORT, "SANDBOX_PORT");
  await assertPortFree("127.0.0.1", env.SANDBOX_CONTROL_PORT, "SANDBOX_CONTROL_PORT");
  assertDiskSpace(env.DATA_DIR);
  const { start, stop } = createProcesses();
  try {
    const databaseUrl = env.DATABASE_URL ?? (await startDatabase(start));
    await migrateDatabase(databaseUrl);
    await startSandbox(start).ready;
    return { databaseUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
