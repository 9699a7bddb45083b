import { createHmac, timingSafeEqual } from "node:crypto";

import type { Deps } from "#server/platform/deps.ts";

/** A session lasts this long after its last use. */
export const SESSION_DAYS = 14;
const SESSION_SECONDS = SESSION_DAYS * 86_400;

/** Base64 of 32 bytes: what better-auth appends to the token. */
const SIGNATURE_LENGTH = 44;

/** The name, attributes and signature of the one cookie that signs a person in; better-auth is configured from it. */
export type SessionCookie = {
  readonly prefix: string;
  readonly attributes: { readonly httpOnly: true; readonly sameSite: "strict"; readonly secure: boolean };
  /** The session token of a request whose cookie we signed; null otherwise. */
  read(headers: Headers): string | null;
  /** Value of a Set-Cookie header that signs its bearer in. */
  issue(token: string): string;
  /** Value of a Set-Cookie header that forgets the session. */
  expire(): string;
};

/** The secret that signs cookies. Rows alone are no key: a token without this signature opens nothing. */
export const sessionSecret = (deps: Pick<Deps, "vault">): string => deps.vault.derive("sessions");

/** First value wins, as in better-auth, so that both agree about a header that names a cookie twice. */
function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const equals = part.indexOf("=");
    if (equals === -1 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}

/**
 * Reads and writes better-auth's own cookie with node:crypto: better-auth's reader costs several
 * promises and a key import per request, and we read it a thousand times a second.
 */
export function createSessionCookie(deps: Pick<Deps, "vault" | "appOrigin">): SessionCookie {
  const secure = deps.appOrigin.startsWith("https://");
  // `__Host-` binds the cookie to this very host over TLS; browsers refuse the prefix on plain HTTP.
  const prefix = secure ? "__Host-dojo" : "dojo";
  const name = `${prefix}.session_token`;
  const secret = sessionSecret(deps);
  const attributes = { httpOnly: true, sameSite: "strict", secure } as const;
  const suffix = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
  const sign = (token: string) => createHmac("sha256", secret).update(token).digest("base64");
  return {
    prefix,
    attributes,
    read(headers) {
      const header = headers.get("cookie");
      const value = header === null ? null : cookieValue(header, name);
      const dot = value?.lastIndexOf(".") ?? -1;
      if (value === null || dot < 1) return null;
      const [token, signature] = [value.slice(0, dot), value.slice(dot + 1)];
      if (signature.length !== SIGNATURE_LENGTH) return null;
      const [given, expected] = [Buffer.from(signature), Buffer.from(sign(token))];
      return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
    },
    issue: (token) => `${name}=${encodeURIComponent(`${token}.${sign(token)}`)}; Max-Age=${SESSION_SECONDS}; ${suffix}`,
    expire: () => `${name}=; Max-Age=0; ${suffix}`,
  };
}
