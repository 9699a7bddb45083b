import type { Language } from "#ui/shell/languages.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Whether somebody has chosen a language in this browser. */
export const hasLanguage = (): boolean => /(^|; )dojo-locale=/.test(document.cookie);

/** Keeps the language in the cookie that `app/locale.ts` reads, for this browser and also before signing in. */
export function rememberLanguage(language: Language): void {
  // The Cookie Store API would be nicer; Firefox got it only in 2025.
  document.cookie = `dojo-locale=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
