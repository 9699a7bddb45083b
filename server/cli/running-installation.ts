import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { composeDeps } from "#server/composition.ts";
import { DomainError } from "#server/errors.ts";
import { createSignInLink } from "#server/identity/links/service.ts";
import type { Deps } from "#server/platform/deps.ts";
import { env } from "#server/platform/env.ts";
import { loadOrMakeSecret } from "#server/platform/secrets.ts";

import { createSession, type Session } from "./api-client.ts";

/** Address of the running installation's database: as the environment says, or as the embedded server wrote it down. */
export function runningDatabaseUrl(): string {
  if (env.DATABASE_URL !== undefined) return env.DATABASE_URL;
  const pidFile = join(env.DATA_DIR, "postgres", "postmaster.pid");
  const port = existsSync(pidFile) ? readFileSync(pidFile, "utf8").split("\n")[3] : undefined;
  if (!port)
    throw new DomainError(
      "unavailable",
      "installation.not-running",
      "Dojo is not running here: start it with `npm start`, or set DATABASE_URL.",
    );
  const password = encodeURIComponent(loadOrMakeSecret(env.DATA_DIR, "postgres-password"));
  return `postgresql://dojo:${password}@127.0.0.1:${port}/dojo`;
}

/** Dependencies of a command that works on the installation's own database. */
export const commandDeps = (): Deps => composeDeps({ databaseUrl: runningDatabaseUrl(), poolSize: 4 });

export async function assertServing(origin: string): Promise<void> {
  const answer = await fetch(`${origin}/api/v1/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (!answer?.ok)
    throw new DomainError(
      "unavailable",
      "installation.not-serving",
      `Dojo does not answer at ${origin}: start it with \`npm start\`.`,
    );
}

/** A session over HTTP as one of the installation's people. Whoever runs commands here owns the data directory. */
export async function signInAs(deps: Deps, email: string): Promise<Session> {
  const account = await deps.db.prisma.account.findUnique({ where: { email }, select: { id: true } });
  if (!account) throw new DomainError("not-found", "account.unknown", `There is no account ${email} here.`);
  const link = await createSignInLink(deps, { accountId: account.id, ttlMinutes: 1 });
  const session = createSession(deps.appOrigin);
  await session.api.identity.redeemSignInLink.mutate({ token: link.split("/").at(-1) ?? "" });
  return session;
}
