import { DomainError } from "#server/errors.ts";

/** Attempts per network address. A success gives its attempt back, so that an office signing in is never slowed. */
export type RateLimiter = { take(ip: string): void; giveBack(ip: string): void };

type Bucket = { tokens: number; atMs: number };

/** Beyond this many addresses the full buckets are forgotten: they say nothing. */
const PRUNE_ABOVE = 10_000;

/** One subscriber of IPv6 holds a /64, so that is what an address counts as. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4).join(":");
}

/**
 * A token bucket per address, in the memory of this process: k replicas allow k times as much.
 * That is enough for its purpose, which is to bound password hashing by strangers; links and
 * invites carry 256 random bits and cannot be guessed at any rate.
 */
export function createRateLimiter(options: {
  capacity: number;
  refillPerSecond: number;
  nowMs: () => number;
}): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const filled = (bucket: Bucket, atMs: number) =>
    Math.min(options.capacity, bucket.tokens + ((atMs - bucket.atMs) / 1_000) * options.refillPerSecond);

  function prune(atMs: number): void {
    if (buckets.size <= PRUNE_ABOVE) return;
    for (const [key, bucket] of buckets) if (filled(bucket, atMs) >= options.capacity) buckets.delete(key);
  }

  return {
    take(ip) {
      const atMs = options.nowMs();
      prune(atMs);
      const key = networkOf(ip);
      const bucket = buckets.get(key) ?? { tokens: options.capacity, atMs };
      const tokens = filled(bucket, atMs);
      if (tokens < 1) {
        throw new DomainError("unavailable", "rate.limited", "Too many attempts from your network. Wait a minute.");
      }
      buckets.set(key, { tokens: tokens - 1, atMs });
    },
    giveBack(ip) {
      const bucket = buckets.get(networkOf(ip));
      if (bucket) bucket.tokens = Math.min(options.capacity, bucket.tokens + 1);
    },
  };
}
