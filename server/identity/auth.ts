import { getAuthenticatorName, passkey } from "@better-auth/passkey";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { betterAuth } from "better-auth/minimal";

import type { Deps } from "#server/platform/deps.ts";

import { PASSWORD_MAX, PASSWORD_MIN } from "./password.ts";
import { createSessionCookie, SESSION_DAYS, sessionSecret } from "./session-cookie.ts";

/** Set by us from the socket (or a trusted proxy) and never taken from a client. */
const CLIENT_IP_HEADER = "x-dojo-client-ip";

/**
 * What of better-auth is reachable over HTTP: the ceremonies. Everything else (lists, revocation,
 * names) is a procedure of ours with its right in its builder, and accounts come only from invites.
 */
const REACHABLE = new Set([
  "POST /api/auth/sign-in/email",
  "POST /api/auth/sign-out",
  "GET /api/auth/get-session",
  "GET /api/auth/passkey/generate-register-options",
  "POST /api/auth/passkey/verify-registration",
  "GET /api/auth/passkey/generate-authenticate-options",
  "POST /api/auth/passkey/verify-authentication",
]);

/** Per address and path; in the memory of each process. A shared office signs in from one address. */
const rateLimit = {
  enabled: true,
  storage: "memory",
  window: 60,
  max: 120,
  customRules: {
    "/sign-in/email": { window: 60, max: 30 },
    "/passkey/generate-authenticate-options": { window: 60, max: 60 },
  },
} as const;

/** Tables are named for what they hold here: better-auth's user is our account, its account our credential. */
const models = {
  user: { modelName: "account" },
  account: { modelName: "credential", fields: { userId: "accountId", accountId: "providerAccountId" } },
  verification: { modelName: "identityVerification" },
} as const;

/** better-auth, restricted to e-mail with password and passkeys. */
export function createAuth(deps: Pick<Deps, "db" | "vault" | "appOrigin" | "logger">) {
  const { prefix, attributes } = createSessionCookie(deps);
  const log = deps.logger.child({ part: "identity" });
  return betterAuth({
    ...models,
    appName: "Dojo",
    baseURL: deps.appOrigin,
    basePath: "/api/auth",
    secret: sessionSecret(deps),
    database: prismaAdapter(deps.db.prisma, { provider: "postgresql" }),
    trustedOrigins: [deps.appOrigin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    session: {
      modelName: "session",
      fields: { userId: "accountId" },
      expiresIn: SESSION_DAYS * 86_400,
      updateAge: 86_400,
    },
    rateLimit,
    plugins: [
      passkey({
        rpID: new URL(deps.appOrigin).hostname,
        rpName: "Dojo",
        origin: deps.appOrigin,
        authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
        registration: {
          // The maker's name tells passkeys apart in a list; many authenticators do not say theirs.
          afterVerification: ({ verification }) => {
            const name = getAuthenticatorName(verification.registrationInfo?.aaguid);
            return name === undefined ? undefined : { name };
          },
        },
        schema: { passkey: { fields: { userId: "accountId" } } },
      }),
    ],
    advanced: {
      cookiePrefix: prefix,
      // Our prefix says it already; better-auth would add `__Secure-` in front of it.
      useSecureCookies: false,
      defaultCookieAttributes: attributes,
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      // Spelt out because better-auth switches them off when NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    telemetry: { enabled: false },
    // Its messages name outcomes; the arguments may hold rows, so only an error's text is kept.
    logger: {
      level: "warn",
      log: (level, message, ...details) => {
        const reason = details.find((detail) => detail instanceof Error);
        log[level]({ ...(reason instanceof Error && { reason: reason.message }) }, message);
      },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Answers `/api/auth/*`. `ip` is the caller's address as the web process knows it. */
export async function handleAuthRequest(auth: Auth, request: Request, ip: string): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (!REACHABLE.has(`${request.method} ${pathname}`)) {
    return Response.json({ code: "NOT_FOUND", message: "There is nothing here." }, { status: 404 });
  }
  const headers = new Headers(request.headers);
  headers.set(CLIENT_IP_HEADER, ip);
  return auth.handler(new Request(request, { headers }));
}
