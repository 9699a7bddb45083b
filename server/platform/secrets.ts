import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { DomainError } from "#server/errors.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what must lie in a row but must not be readable from a copy of the database. */
export type Vault = {
  seal(plain: Uint8Array): Uint8Array;
  open(sealed: Uint8Array): Uint8Array;
  /** A key of its own for another use, e.g. signing cookies. */
  derive(purpose: string): string;
};

/** The installation's master secret: given by the environment, or made once and kept in the data directory. */
export function loadMasterSecret(dataDir: string, given: string | undefined): string {
  return given ?? loadOrMakeSecret(dataDir, "master-secret");
}

/** A secret of this data directory: read from its file, or made and written there, readable by its owner only. */
export function loadOrMakeSecret(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  mkdirSync(dataDir, { recursive: true });
  const made = randomBytes(48).toString("base64url");
  try {
    writeFileSync(path, made, { mode: 0o600, flag: "wx" });
    return made;
  } catch (error) {
    // Another process of the same installation made it first.
    if (existsSync(path)) return readFileSync(path, "utf8").trim();
    throw error;
  }
}

export function createVault(masterSecret: string): Vault {
  const key = (purpose: string) => Buffer.from(hkdfSync("sha256", masterSecret, "dojo", purpose, 32));
  const sealing = key("vault");
  const derived = new Map<string, string>();
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce);
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed) {
      const bytes = Buffer.from(sealed);
      try {
        const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      } catch (cause) {
        const message =
          "A sealed value does not open: DOJO_SECRET (or DATA_DIR/master-secret) is not the one that sealed it.";
        throw new DomainError("unavailable", "vault.wrong-secret", message, { cause });
      }
    },
    derive(purpose) {
      const made = derived.get(purpose) ?? key(purpose).toString("base64url");
      derived.set(purpose, made);
      return made;
    },
  };
}
