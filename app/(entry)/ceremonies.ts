import { passkeyClient } from "@better-auth/passkey/client";
import { createAuthClient } from "better-auth/client";

import { CeremonyError } from "./refusal-code.ts";

/** Made when it is used: the server that renders these pages has no browser to hold ceremonies with. */
const client = () => createAuthClient({ plugins: [passkeyClient()] });

/** better-auth's codes in ours. Cancelling, a timeout and a missing key look alike on purpose (WebAuthn §14.5.2). */
const codes: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "sign-in.wrong",
  INVALID_EMAIL: "sign-in.wrong",
  PASSWORD_TOO_LONG: "sign-in.wrong",
  INVALID_ORIGIN: "origin.wrong",
  MISSING_OR_NULL_ORIGIN: "origin.wrong",
  "request.foreign-origin": "origin.wrong",
  SESSION_NOT_FRESH: "session.not-fresh",
  SESSION_REQUIRED: "request.unauthorized",
  PASSKEY_NOT_FOUND: "passkey.not-known-here",
  AUTH_CANCELLED: "passkey.cancelled",
  ERROR_CEREMONY_ABORTED: "passkey.cancelled",
  ERROR_PASSTHROUGH_SEE_CAUSE_PROPERTY: "passkey.cancelled",
  ERROR_INVALID_DOMAIN: "origin.wrong",
  ERROR_INVALID_RP_ID: "origin.wrong",
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: "passkey.exists-on-device",
  AUTHENTICATION_FAILED: "passkey.not-known-here",
  CHALLENGE_NOT_FOUND: "passkey.cancelled",
};

type Outcome = {
  error: { status?: number | undefined; code?: string | undefined; title?: string | undefined } | null;
};

function assertDone({ error }: Outcome): void {
  if (error === null) return;
  if (error.status === 429) throw new CeremonyError("rate.limited");
  if (error.status === 401 && error.code === undefined) throw new CeremonyError("request.unauthorized");
  throw new CeremonyError(codes[error.code ?? error.title ?? ""] ?? "other");
}

/** fetch rejects when no answer came at all. */
async function ceremony(run: () => Promise<Outcome>): Promise<void> {
  const outcome = await run().catch((): Outcome => {
    throw new CeremonyError("network.down");
  });
  assertDone(outcome);
}

export async function signInWithPassword(credentials: { email: string; password: string }): Promise<void> {
  await ceremony(() => client().signIn.email(credentials));
}

export async function signInWithPasskey(): Promise<void> {
  await ceremony(() => client().signIn.passkey());
}

/** Needs a session that is younger than a day. */
export async function addPasskey(): Promise<void> {
  await ceremony(() => client().passkey.addPasskey());
}
