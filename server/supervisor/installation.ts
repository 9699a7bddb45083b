import { DomainError } from "#server/errors.ts";
import { env } from "#server/platform/env.ts";

import { buildPages } from "./build-pages.ts";
import { type Child, startChild, stopChild } from "./children.ts";
import { endLeftoverPostgres } from "./embedded-postgres.ts";
import { migrateDatabase } from "./migrate.ts";
import { assertDiskSpace, assertPortFree } from "./preconditions.ts";

export type Installation = {
  databaseUrl: string;
  /** Resolves with the name of the first process that ended by itself. */
  failed: Promise<string>;
  stop(): Promise<void>;
};

const databaseUrlOf = (message: unknown): string => {
  if (typeof message === "object" && message !== null && "url" in message && typeof message.url === "string")
    return message.url;
  throw new Error("the database process did not say where it listens");
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

  const started: Child[] = [];
  const stop = async () => {
    // Last started, first stopped: PostgreSQL goes when nobody uses it any more.
    for (const child of started.toReversed()) await stopChild(child);
    // Its keeper may be the one that was killed.
    if (env.DATABASE_URL === undefined) await endLeftoverPostgres(env.DATA_DIR);
  };
  const start = (name: string, entry: string, decided: Record<string, string>, args: readonly string[] = []) => {
    const child = startChild(name, entry, decided, args);
    started.push(child);
    return child;
  };
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

type Start = (name: string, entry: string, decided: Record<string, string>, args?: readonly string[]) => Child;

async function startDatabase(start: Start): Promise<string> {
  const child = start("PostgreSQL", "server/supervisor/database-process.ts", {}, [env.DATA_DIR]);
  return databaseUrlOf(await child.ready);
}

async function startRoles(start: Start, databaseUrl: string, dev: boolean): Promise<void> {
  const decided = { DATABASE_URL: databaseUrl, NODE_ENV: dev ? "development" : "production" };
  // The sandbox gets no database address and no secret.
  const sandbox = start("The sandbox", "sandbox/main.ts", {
    NODE_ENV: "production",
    DATABASE_URL: "",
    DOJO_SECRET: "",
    OPENAI_API_KEY: "",
    SANDBOX_PORT: String(env.SANDBOX_PORT),
    SANDBOX_CONTROL_PORT: String(env.SANDBOX_CONTROL_PORT),
    APP_ORIGIN: env.APP_ORIGIN,
    DATA_DIR: env.DATA_DIR,
  });
  const web = start("The web process", "server/web/main.ts", decided);
  const worker = start("The worker", "server/worker/main.ts", decided);
  await Promise.all([sandbox.ready, web.ready, worker.ready]);
}
