import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { createDiskObjectStore } from "#sandbox/object-store.ts";

import { createModelClient } from "./adapters/openai/model-client.ts";
import { createHttpSandbox } from "./adapters/sandbox/http-sandbox.ts";
import { createLanguageServer } from "./adapters/typescript/language-server.ts";
import { DomainError } from "./errors.ts";
import { createAdmission } from "./pipeline/generation/model/admission.ts";
import type { ModelClient, ModelPathDeps, TypeChecker } from "./pipeline/generation/model/ports.ts";
import type { GenerationDeps } from "./pipeline/generation/ports.ts";
import { verifyDocument } from "./pipeline/verification/service.ts";
import { monotonicMs, systemClock } from "./platform/clock.ts";
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

/** One per process: places for requests, learnt dialects and a warm compiler are worth keeping between jobs. */
let shared: { models: ModelClient; types: TypeChecker } | null = null;

const MICRO = 1_000_000;
const ANSWER_BYTES_MAX = 4 * 1024 * 1024;
const TYPE_CHECK = { timeoutMs: 30_000, memoryBytes: 768 * 1024 * 1024 };

/** What generation by models needs beyond that; refused in one sentence while it is not configured. */
export function modelPathDeps(deps: Deps): ModelPathDeps {
  const { baseUrl, prices } = modelServer();
  shared ??= {
    models: createModelClient(
      {
        baseUrl,
        apiKey: env.MODEL_API_KEY ?? null,
        models: env.MODEL_NAMES,
        concurrency: env.MODEL_CONCURRENCY,
        idleMs: env.MODEL_IDLE_SECONDS * 1000,
        totalMs: env.MODEL_TOTAL_SECONDS * 1000,
        retries: env.MODEL_RETRIES,
        backoffMs: { first: 1_000, max: 60_000 },
        answerBytesMax: ANSWER_BYTES_MAX,
      },
      {
        monotonicMs,
        nowMs: () => deps.clock.now().getTime(),
        draw: () => Buffer.from(deps.random.bytes(6)).readUIntBE(0, 6) / 2 ** 48,
        pause: async (ms, signal) => {
          await pause(ms, undefined, signal ? { signal } : {});
        },
      },
    ),
    types: createLanguageServer(TYPE_CHECK),
  };
  return {
    ...generationDeps(deps),
    ...shared,
    spending: {
      prices,
      limitsMicro: {
        task: env.MODEL_BUDGET_TASK * MICRO,
        run: env.MODEL_BUDGET_RUN * MICRO,
        month: env.MODEL_BUDGET_MONTH * MICRO,
      },
    },
    repairRoundsMax: env.MODEL_REPAIR_ROUNDS,
    admission: createAdmission(generationDeps(deps)),
  };
}

/** @throws {DomainError} `model.not-configured` that says what to set. */
export function modelServer(): { baseUrl: string; prices: ModelPathDeps["spending"]["prices"] } {
  const unpriced = env.MODEL_NAMES.filter((name) => env.MODEL_PRICES[name] === undefined);
  const missing = [
    ...(env.MODEL_BASE_URL === undefined ? ["MODEL_BASE_URL (an OpenAI-compatible server)"] : []),
    ...(env.MODEL_NAMES.length === 0 ? ["MODEL_NAMES (models in the order in which they are tried)"] : []),
    ...(unpriced.length > 0 || env.MODEL_NAMES.length === 0
      ? [`MODEL_PRICES (NAME=INPUT/OUTPUT in dollars per million tokens, 0/0 for a model of your own)`]
      : []),
  ];
  if (missing.length > 0 || env.MODEL_BASE_URL === undefined) {
    const message = `Generation by models is off: set ${missing.join(", ")}, and MODEL_API_KEY where the server wants one.`;
    throw new DomainError("unavailable", "model.not-configured", message);
  }
  return { baseUrl: env.MODEL_BASE_URL.replace(/\/+$/, ""), prices: env.MODEL_PRICES };
}
