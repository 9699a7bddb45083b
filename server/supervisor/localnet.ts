import { composeDeps, generationDeps } from "#server/composition.ts";
import { createSignInLink } from "#server/identity/links/service.ts";
import { seedLibrary } from "#server/pipeline/generation/service.ts";
import { env } from "#server/platform/env.ts";
import { openRound, readRounds } from "#server/rounds/service.ts";

import { LOCALNET_PEOPLE, seedLocalnet, type LocalnetRole } from "../../prisma/seed/localnet.ts";

import { countReadyTasks } from "./repository.ts";

type Console = { say(line: string): void; progress(line: string): void };

/** Tasks of each kind that must be ready before the first invitation is printed. */
const READY_MIN = { control: 1, normal: 1 };
const LINK_TTL_MINUTES = 12 * 60;
const POLL_MS = 500;

/** Two problems are enough to try everything; tests of the whole loop start with them. */
const SMALL_LIBRARY = ["bill-splitter", "palette-lab"];

/**
 * Makes a localnet worth looking at: people, a round, and tasks that the sandbox has verified; then
 * prints the addresses and one sign-in link per role.
 */
export async function prepareLocalnet(databaseUrl: string, console: Console, ended: Promise<unknown>): Promise<void> {
  const deps = composeDeps({ databaseUrl, poolSize: 4 });
  let stopped = false;
  void ended.then(() => {
    stopped = true;
  });
  try {
    if (env.DOJO_SEED === "none") return console.say(addresses());
    const people = await seedLocalnet(deps.db, deps.subnet);
    if ((await readRounds(deps)).length === 0) await openRound(deps, { settings: {} }, null);
    await printAddresses(deps, people, console);
    const { browser, reason } = await deps.sandbox.health();
    if (browser === null) return console.say(`No task can be verified here. ${reason ?? ""}`);
    await seedLibrary(generationDeps(deps), env.DOJO_SEED === "small" ? SMALL_LIBRARY : undefined);
    for (;;) {
      const ready = await countReadyTasks(deps.db.sql, deps.subnet);
      if (stopped) return;
      if (ready.control >= READY_MIN.control && ready.normal >= READY_MIN.normal) break;
      console.progress(
        `Verifying interfaces in the sandbox: ${ready.variants} measured, ${ready.control + ready.normal} tasks ready …`,
      );
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    console.say("Tasks are ready. More are made in the background.");
  } finally {
    await deps.db.close();
  }
}

const addresses = () =>
  `\nDojo is running at ${env.APP_ORIGIN} (documents at ${env.SANDBOX_ORIGIN.replace("{mount}", "*")}).`;

async function printAddresses(
  deps: ReturnType<typeof composeDeps>,
  people: Record<LocalnetRole, string>,
  console: Console,
): Promise<void> {
  console.say(addresses());
  console.say("Sign in as (each link works once, for 12 hours):");
  for (const role of ["labeller", "manager", "validator", "operator"] as const) {
    const link = await createSignInLink(deps, { accountId: people[role], ttlMinutes: LINK_TTL_MINUTES });
    console.say(`  ${LOCALNET_PEOPLE[role].name.padEnd(22)} ${link}`);
  }
  console.say("Ctrl-C stops everything.\n");
}
