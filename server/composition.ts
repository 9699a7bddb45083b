import { join } from "node:path";

import { createDiskObjectStore } from "#sandbox/object-store.ts";

import { createHttpSandbox } from "./adapters/sandbox/http-sandbox.ts";
import type { GenerationDeps } from "./pipeline/generation/ports.ts";
import { verifyDocument } from "./pipeline/verification/service.ts";
import { systemClock } from "./platform/clock.ts";
import { openDatabase } from "./platform/db.ts";
import type { Deps } from "./platform/deps.ts";
import { env } from "./platform/env.ts";
import { logger } from "./platform/logger.ts";
import { cryptoRandomness } from "./platform/random.ts";
import { createVault, loadMasterSecret } from "./platform/secrets.ts";

/** Wires the ports to their adapters. The only file that names concrete ones. */
export function composeDeps(options: { poolSize?: number; databaseUrl?: string } = {}): Deps {
  const url = options.databaseUrl ?? env.DATABASE_URL;
  if (url === undefined) {
    throw new Error("DATABASE_URL is not set: start everything with `npm start`, or point it at a PostgreSQL.");
  }
  return {
    db: openDatabase({ url, poolSize: options.poolSize ?? env.DATABASE_POOL }),
    clock: systemClock,
    random: cryptoRandomness,
    logger,
    objects: createDiskObjectStore(join(env.DATA_DIR, "objects")),
    sandbox: createHttpSandbox(`http://${env.SANDBOX_CONTROL_HOST}:${env.SANDBOX_CONTROL_PORT}`),
    vault: createVault(loadMasterSecret(env.DATA_DIR, env.DOJO_SECRET)),
    subnet: { network: env.DOJO_NETWORK, netuid: env.DOJO_NETUID },
    appOrigin: env.APP_ORIGIN,
    sandboxOrigin: env.SANDBOX_ORIGIN,
  };
}

/** Generation asks the verification stage for verdicts; here they are introduced to each other. */
export function generationDeps(deps: Deps): GenerationDeps {
  return { ...deps, verify: (input) => verifyDocument(deps, input) };
}
