import { randomBytes, randomUUID } from "node:crypto";

/** Chance that nobody can predict: tokens, secrets, salts. Reproducible chance is `validator/simulation`. */
export type Randomness = {
  bytes(length: number): Uint8Array;
  hex(bytes: number): string;
  /** URL-safe token with `bytes` × 8 bits of entropy. */
  token(bytes: number): string;
  uuid(): string;
};

export const cryptoRandomness: Randomness = {
  bytes: (length) => randomBytes(length),
  hex: (length) => randomBytes(length).toString("hex"),
  token: (length) => randomBytes(length).toString("base64url"),
  uuid: () => randomUUID(),
};
