import type { BuildRequest, BuildResult, SandboxHealth, Verification, VerifyRequest } from "#sandbox/contract.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";

import type { Clock } from "./clock.ts";
import type { Database } from "./db.ts";
import type { Logger } from "./logger.ts";
import type { Randomness } from "./random.ts";
import type { Vault } from "./secrets.ts";

/** The one subnet that this installation serves. Every scored row, key, signature and URL carries it. */
export type Subnet = { readonly network: "localnet" | "testnet" | "mainnet"; readonly netuid: number };

/** The port to the sandbox process: builds documents and judges them. */
export type Sandbox = {
  build(request: BuildRequest): Promise<BuildResult>;
  verify(request: VerifyRequest): Promise<Verification>;
  health(): Promise<SandboxHealth>;
};

/** What every service may ask for. Services name the part they use: `Pick<Deps, "db" | "clock">`. */
export type Deps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly logger: Logger;
  readonly objects: ObjectStore;
  readonly sandbox: Sandbox;
  readonly vault: Vault;
  readonly subnet: Subnet;
  readonly appOrigin: string;
  /** Origin of a document frame with `{mount}` for its random label. */
  readonly sandboxOrigin: string;
};
