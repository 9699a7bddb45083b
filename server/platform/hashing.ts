import { createHash, createHmac } from "node:crypto";

import { blake2b } from "@noble/hashes/blake2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Hex SHA-256: names objects and tokens at rest. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** Hex blake2b-256: the chain's hash, so that commitments can be checked by its tools. */
export function blake2b256Hex(data: Uint8Array): string {
  return bytesToHex(blake2b(data, { dkLen: 32 }));
}

/** HMAC-SHA-512, 64 bytes: the key stream of keyed ground truth. */
export function hmacSha512(key: Uint8Array, message: string): Uint8Array {
  return createHmac("sha512", key).update(message).digest();
}
