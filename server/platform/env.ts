import { z } from "zod";

import { commaList, modelUrl, priceList } from "./model-env.ts";

const port = z.coerce.number("must be a port, 1 to 65535").int().min(1).max(65_535);

const dollars = z.coerce.number().min(0).max(1_000_000);

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  /** Address on which the web process listens. */
  HOST: z.string().default("127.0.0.1"),
  PORT: port.default(3000),
  /** Where people reach the web process; cookies, links and the sandbox's `frame-ancestors` depend on it. */
  APP_ORIGIN: z.url().optional(),
  SANDBOX_PORT: port.default(4001),
  /** Where this server reaches the sandbox's control API; IPv6 in brackets. */
  SANDBOX_CONTROL_HOST: z.string().min(1).default("127.0.0.1"),
  SANDBOX_CONTROL_PORT: port.optional(),
  /** Origin of a document frame; `{mount}` becomes a fresh random label. */
  SANDBOX_ORIGIN: z.string().includes("{mount}").optional(),
  /** Absent: the embedded PostgreSQL of DATA_DIR. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgresql://")
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
  DATA_DIR: z.string().default(".data"),
  /** At least 32 characters; absent: made once and kept in DATA_DIR. */
  DOJO_SECRET: z.string().min(32).optional(),
  DOJO_NETWORK: z.enum(["localnet", "testnet", "mainnet"]).default("localnet"),
  DOJO_NETUID: z.coerce.number().int().min(0).max(4095).default(52),
  /** How many proxies stand in front of the web process: so many entries of X-Forwarded-For are believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** Lets whoever sends it as a bearer token read /metrics from elsewhere; without it only this machine does. */
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /** Fewer, smaller tasks for tests of the whole loop. */
  DOJO_SEED: z.enum(["full", "small", "none"]).default("full"),
  /** An OpenAI-compatible server, with its version: `https://openrouter.ai/api/v1`. Absent: no generation by models. */
  MODEL_BASE_URL: modelUrl.optional(),
  MODEL_API_KEY: z.string().min(1).optional(),
  /** In the order in which they are tried. */
  MODEL_NAMES: commaList.default([]),
  MODEL_PRICES: priceList.default({}),
  /** US dollars: for one problem with its completions, for one run, for one calendar month. */
  MODEL_BUDGET_TASK: dollars.default(2),
  MODEL_BUDGET_RUN: dollars.default(10),
  MODEL_BUDGET_MONTH: dollars.default(50),
  /** Requests at the same time, per worker. */
  MODEL_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  MODEL_IDLE_SECONDS: z.coerce.number().min(1).max(3_600).default(90),
  MODEL_TOTAL_SECONDS: z.coerce.number().min(1).max(7_200).default(900),
  MODEL_RETRIES: z.coerce.number().int().min(0).max(10).default(4),
  /** Repairs of one completion at most. */
  MODEL_REPAIR_ROUNDS: z.coerce.number().int().min(0).max(10).default(3),
  CI: z.string().optional(),
});

function parseEnv(source: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not usable:\n${lines.join("\n")}`);
  }
  const values = parsed.data;
  return Object.freeze({
    ...values,
    APP_ORIGIN: values.APP_ORIGIN ?? `http://localhost:${values.PORT}`,
    SANDBOX_CONTROL_PORT: values.SANDBOX_CONTROL_PORT ?? values.SANDBOX_PORT + 1,
    SANDBOX_ORIGIN: values.SANDBOX_ORIGIN ?? `http://{mount}.localhost:${values.SANDBOX_PORT}`,
  });
}

/** The environment, parsed once. Nothing else of the server reads `process.env`. */
export const env = parseEnv(process.env);
export type Env = typeof env;

/** What a child process inherits: everything, with the values that this process has decided. */
export function childEnv(decided: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...decided };
}
