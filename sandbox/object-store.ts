import { createHash, randomUUID } from "node:crypto";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { objectHashSchema } from "#sandbox/contract.ts";

/**
 * Immutable bytes by the SHA-256 of their content. The three operations are those that an
 * S3-compatible store offers with write-once keys (PUT with If-None-Match, GET, HEAD): nothing is
 * listed, renamed or changed, so any number of writers may share one store without locks.
 */
export type ObjectStore = {
  /** Stores the bytes and returns their hash. Storing what is already there changes nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null when the store does not have them. */
  get(hash: string): Promise<Uint8Array | null>;
  has(hash: string): Promise<boolean>;
};

/** `full`: no space left. `damaged`: stored bytes do not have their hash. `unusable`: any other failure. */
export type ObjectStoreFault = "full" | "damaged" | "unusable";

export class ObjectStoreError extends Error {
  readonly fault: ObjectStoreFault;

  constructor(fault: ObjectStoreFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "ObjectStoreError";
    this.fault = fault;
  }
}

/** Lower-case hex SHA-256: the key of these bytes in every object store. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** What a failed system call means for whoever uses the store. */
export function storeError(dir: string, error: unknown): ObjectStoreError {
  const code = systemCode(error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new ObjectStoreError("full", `The object store at ${dir} is full: free space on its disk.`, error);
  }
  return new ObjectStoreError(
    "unusable",
    `The object store at ${dir} cannot be used (${code ?? String(error)}).`,
    error,
  );
}

/**
 * An object store in a directory: `ab/cdef…`, where `ab` are the first two digits of the hash.
 *
 * A write goes to a temporary name in the same directory and is renamed, so a reader sees all of an
 * object or nothing, also after a crash. Reads check the hash: what was verified is what is shown,
 * and a damaged disk is noticed instead of being served.
 */
export function createDiskObjectStore(dir: string): ObjectStore {
  // A hash becomes a path, so nothing but a hash may pass.
  const folderOf = (hash: string) => join(dir, objectHashSchema.parse(hash).slice(0, 2));
  const pathOf = (hash: string) => join(folderOf(hash), hash.slice(2));

  async function has(hash: string): Promise<boolean> {
    const path = pathOf(hash);
    try {
      await access(path);
      return true;
    } catch (error) {
      if (systemCode(error) === "ENOENT") return false;
      throw storeError(dir, error);
    }
  }

  async function put(bytes: Uint8Array): Promise<string> {
    const hash = hashOf(bytes);
    if (await has(hash)) return hash;
    const temporary = join(folderOf(hash), `.${hash.slice(2, 10)}-${randomUUID()}`);
    try {
      await mkdir(folderOf(hash), { recursive: true });
      await writeFile(temporary, bytes, { flag: "wx" });
      await rename(temporary, pathOf(hash));
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw storeError(dir, error);
    }
    return hash;
  }

  async function get(hash: string): Promise<Uint8Array | null> {
    const path = pathOf(hash);
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path);
    } catch (error) {
      if (systemCode(error) === "ENOENT") return null;
      throw storeError(dir, error);
    }
    if (hashOf(bytes) !== hash) {
      throw new ObjectStoreError("damaged", `The object ${hash} at ${dir} is damaged: its bytes have another hash.`);
    }
    return bytes;
  }

  return { put, get, has };
}
