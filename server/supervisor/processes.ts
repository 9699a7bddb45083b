import { env } from "#server/platform/env.ts";

import { type Child, startChild, stopChild } from "./children.ts";
import { endLeftoverPostgres } from "./embedded-postgres.ts";

export type Start = (name: string, entry: string, decided: Record<string, string>, args?: readonly string[]) => Child;

/** The processes that one command starts, and stops together. */
export function createProcesses(): { started: Child[]; start: Start; stop(): Promise<void> } {
  const started: Child[] = [];
  return {
    started,
    start(name, entry, decided, args = []) {
      const child = startChild(name, entry, decided, args);
      started.push(child);
      return child;
    },
    async stop() {
      // Last started, first stopped: PostgreSQL goes when nobody uses it any more.
      for (const child of started.toReversed()) await stopChild(child);
      // Its keeper may be the one that was killed.
      if (env.DATABASE_URL === undefined) await endLeftoverPostgres(env.DATA_DIR);
    },
  };
}

/** The embedded PostgreSQL of this data directory; resolves with its address. */
export async function startDatabase(start: Start): Promise<string> {
  const child = start("PostgreSQL", "server/supervisor/database-process.ts", {}, [env.DATA_DIR]);
  return databaseUrlOf(await child.ready);
}

const databaseUrlOf = (message: unknown): string => {
  if (typeof message === "object" && message !== null && "url" in message && typeof message.url === "string")
    return message.url;
  throw new Error("the database process did not say where it listens");
};

/** The sandbox, which gets no database address and no secret. */
export function startSandbox(start: Start): Child {
  return start("The sandbox", "sandbox/main.ts", {
    NODE_ENV: "production",
    DATABASE_URL: "",
    DOJO_SECRET: "",
    OPENAI_API_KEY: "",
    MODEL_API_KEY: "",
    SANDBOX_PORT: String(env.SANDBOX_PORT),
    SANDBOX_CONTROL_PORT: String(env.SANDBOX_CONTROL_PORT),
    APP_ORIGIN: env.APP_ORIGIN,
    DATA_DIR: env.DATA_DIR,
  });
}
