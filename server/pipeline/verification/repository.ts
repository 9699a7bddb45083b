import type { Verification } from "#sandbox/contract.ts";
import type { Database } from "#server/platform/db.ts";

export type VerificationKey = { documentHash: string; checksHash: string; policyVersion: string };

/** A stored verdict, without its key. */
export async function findVerification(db: Database, key: VerificationKey) {
  const row = await db.prisma.documentVerification.findUnique({
    where: { documentHash_checksHash_policyVersion: key },
  });
  if (!row) return null;
  return { verdict: row.verdict, reason: row.reason, signals: row.signals, browser: row.browser, wallMs: row.wallMs };
}

/** Stores a verdict; the first of two that arrive together stays. */
export async function saveVerification(db: Database, key: VerificationKey, verification: Verification): Promise<void> {
  await db.sql(
    `insert into verification (document_hash, checks_hash, policy_version, verdict, reason, signals, browser, wall_ms)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8) on conflict do nothing`,
    [
      key.documentHash,
      key.checksHash,
      key.policyVersion,
      verification.verdict,
      verification.reason,
      verification.signals ? JSON.stringify(verification.signals) : null,
      verification.browser,
      Math.round(verification.wallMs),
    ],
  );
}
