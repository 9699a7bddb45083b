import type { Deps } from "#server/platform/deps.ts";

/** Read by app/locale.ts before anybody is signed in, so that pages arrive in the right language. */
const LOCALE_COOKIE = "dojo-locale";
const YEAR_SECONDS = 31_536_000;

/** Value of a Set-Cookie header that remembers a language in this browser. It is no secret. */
export function localeCookie(deps: Pick<Deps, "appOrigin">, locale: string): string {
  const secure = deps.appOrigin.startsWith("https://") ? "; Secure" : "";
  return `${LOCALE_COOKIE}=${locale}; Max-Age=${YEAR_SECONDS}; Path=/; SameSite=Lax${secure}`;
}
