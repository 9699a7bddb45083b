import { DomainError } from "#server/errors.ts";
import { env } from "#server/platform/env.ts";

import { buildPages } from "./build-pages.ts";
import { migrateDatabase } from "./migrate.ts";
import { assertDiskSpace, assertPortFree } from "./preconditions.ts";
import { createProcesses, type Start, startDatabase, startSandbox } from "./processes.ts";

export type Installation = {
  databaseUrl: string;
  /** Resolves with the name of the first process that ended by itself. */
  failed: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts every role of the product under this process: database (unless DATABASE_URL names one),
 * sandbox, web, worker. What has started is stopped again when a later part fails, or when the signal
 * comes meanwhile.
 */
export async function startInstallation(
  say: (line: string) => void,
  options: { signal: AbortSignal; dev?: boolean },
): Promise<Installation> {
  const { signal } = options;
  await assertPortFree(env.HOST, env.PORT, "PORT");
  await assertPortFree("127.0.0.1", env.SANDBOX_PORT, "SANDBOX_PORT");
  await assertPortFree("127.0.0.1", env.SANDBOX_CONTROL_PORT, "SANDBOX_CONTROL_PORT");
  assertDiskSpace(env.DATA_DIR);

  const { started, start, stop } = createProcesses();
  try {
    const building = options.dev ? Promise.resolve() : buildPages(say, signal);
    building.catch(() => {});
    const databaseUrl = env.DATABASE_URL ?? (await unlessStopped(startDatabase(start), signal));
    await migrateDatabase(databaseUrl);
    await unlessStopped(building, signal);
    await unlessStopped(startRoles(start, databaseUrl, options.dev ?? false), signal);
    const failed = Promise.race(started.map((child) => child.exited.then(() => child.name)));
    return { databaseUrl, failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for a part of the start, and no longer once we are to stop. */
function unlessStopped<T>(part: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DomainError("conflict", "installation.stopped", "Stopped while starting."));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    part.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

async function startRoles(start: Start, databaseUrl: string, dev: boolean): Promise<void> {
  const decided = { DATABASE_URL: databaseUrl, NODE_ENV: dev ? "development" : "production" };
  const sandbox = startSandbox(start);
  const web = start("The web process", "server/web/main.ts", { ...decided, MODEL_API_KEY: "" });
  const worker = start("The worker", "server/worker/main.ts", decided);
  await Promise.all([sandbox.ready, web.ready, worker.ready]);
}
