import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import type { ObjectStore } from "#sandbox/object-store.ts";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export type Encoding = "br" | "gzip" | "identity";

/** Enough for the documents of some hundred tasks in work at the same time. */
const CACHE_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Brotli 5 makes 240 KB of an 885 KB document in 25 ms; 11 makes 216 KB of it in 2 to 3 s. Documents
 * are rendered anew for every identity, so most are read by a handful of people.
 */
const BROTLI_QUALITY = 5;

const COMPRESS: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: (bytes) =>
    compressBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => compressGzip(bytes, { level: 6 }),
  identity: async (bytes) => bytes,
};

/** The best encoding that a request accepts; `q=0` refuses one. */
export function acceptedEncoding(acceptEncoding: string | undefined): Encoding {
  const accepted = new Set<string>();
  for (const part of (acceptEncoding ?? "").split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    if (name !== "" && Number(quality ?? 1) > 0) accepted.add(name);
  }
  if (accepted.has("br")) return "br";
  return accepted.has("gzip") ? "gzip" : "identity";
}

export type CompressedDocuments = {
  /** The document in the given encoding, or null when the store does not have it. */
  get(hash: string, encoding: Encoding): Promise<Uint8Array | null>;
};

/** Documents of a store, compressed once and kept in memory, the least recently read one dropped first. */
export function compressedDocuments(objects: ObjectStore, bytesMax = CACHE_BYTES_MAX): CompressedDocuments {
  const kept = new Map<string, Uint8Array>();
  const underWay = new Map<string, Promise<Uint8Array | null>>();
  let keptBytes = 0;

  function keep(key: string, bytes: Uint8Array): void {
    if (bytes.length > bytesMax) return;
    kept.set(key, bytes);
    keptBytes += bytes.length;
    for (const [oldest, dropped] of kept) {
      if (keptBytes <= bytesMax) break;
      kept.delete(oldest);
      keptBytes -= dropped.length;
    }
  }

  async function load(key: string, hash: string, encoding: Encoding): Promise<Uint8Array | null> {
    const bytes = await objects.get(hash);
    if (!bytes) return null;
    const compressed = await COMPRESS[encoding](bytes);
    keep(key, compressed);
    return compressed;
  }

  return {
    async get(hash, encoding) {
      const key = `${encoding} ${hash}`;
      const hit = kept.get(key);
      if (hit) {
        // Deleting and setting moves it to the end: a Map remembers the order of insertion.
        kept.delete(key);
        kept.set(key, hit);
        return hit;
      }
      // Four frames open at the same moment; the second reader waits for the first one's work.
      const loading = underWay.get(key) ?? load(key, hash, encoding).finally(() => underWay.delete(key));
      underWay.set(key, loading);
      return loading;
    },
  };
}
