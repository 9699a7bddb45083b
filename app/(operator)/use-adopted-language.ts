"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

import { LANGUAGES } from "#ui/shell/languages.ts";

import { hasLanguage, rememberLanguage } from "./remember-language.ts";

/** What an account has that never chose; it must not overrule what the browser asks for. */
const UNCHOSEN = "en";

/** In a browser where nobody has chosen a language yet, the account's own one counts. */
export function useAdoptedLanguage(accountLanguage: string | undefined, shown: string): void {
  const router = useRouter();
  useEffect(() => {
    const own = LANGUAGES.find(({ tag }) => tag === accountLanguage);
    if (!own || own.tag === shown || own.tag === UNCHOSEN || hasLanguage()) return;
    rememberLanguage(own.tag);
    router.refresh();
  }, [accountLanguage, shown, router]);
}
