import { hashPassword as hash } from "better-auth/crypto";

import { DomainError } from "#server/errors.ts";

/** Ten characters and nothing about their kind: length is what costs a guesser (NIST SP 800-63B §5.1.1). */
export const PASSWORD_MIN = 10;
/** Longer ones would only make strangers' requests dearer for us. */
export const PASSWORD_MAX = 128;

export function assertGoodPassword(password: string): void {
  if (password.length < PASSWORD_MIN) {
    throw new DomainError("invalid", "password.too-short", `A password has at least ${PASSWORD_MIN} characters.`);
  }
  if (password.length > PASSWORD_MAX) {
    throw new DomainError("invalid", "password.too-long", `A password has at most ${PASSWORD_MAX} characters.`);
  }
}

/** better-auth's scrypt, so that its sign-in verifies what we store. About 100 ms of a core: never inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  assertGoodPassword(password);
  return hash(password);
}
