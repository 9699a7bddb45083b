import { createVault } from "#server/platform/secrets.ts";
import { systemClock } from "#server/platform/clock.ts";
import type { Database } from "#server/platform/db.ts";
import type { Deps, Sandbox } from "#server/platform/deps.ts";
import { sha256Hex } from "#server/platform/hashing.ts";
import { logger } from "#server/platform/logger.ts";
import { cryptoRandomness } from "#server/platform/random.ts";

/** An object store in memory: content-addressed like the real one. */
export function createMemoryObjects(): Deps["objects"] {
  const objects = new Map<string, Uint8Array>();
  return {
    put: async (bytes) => {
      const hash = sha256Hex(bytes);
      objects.set(hash, bytes);
      return hash;
    },
    get: async (hash) => objects.get(hash) ?? null,
    has: async (hash) => objects.has(hash),
  };
}

const unreachable = async (): Promise<never> => {
  throw new Error("This test has no sandbox.");
};

/** Real database, real clock, real randomness; the sandbox only where a test brings one. */
export function testDeps(db: Database, overrides: Partial<Deps> = {}): Deps {
  const sandbox: Sandbox = { build: unreachable, verify: unreachable, health: unreachable };
  return {
    db,
    clock: systemClock,
    random: cryptoRandomness,
    logger,
    objects: createMemoryObjects(),
    sandbox,
    vault: createVault("a master secret for tests, 32 characters and more"),
    subnet: { network: "localnet", netuid: 52 },
    appOrigin: "http://localhost:3000",
    sandboxOrigin: "http://{mount}.localhost:4001",
    ...overrides,
  };
}
