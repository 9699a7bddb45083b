import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { cookies, headers } from "next/headers";
import type { AbstractIntlMessages } from "use-intl";

export const LOCALES = ["en", "zh-Hans", "ru", "vi"] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = "dojo-locale";

const isLocale = (value: string | undefined): value is Locale => LOCALES.some((locale) => locale === value);

/** The person's choice, else what the browser prefers, else English. */
export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  if (isLocale(chosen)) return chosen;
  const accepted = (await headers()).get("accept-language") ?? "";
  for (const part of accepted.split(",")) {
    const tag = part.split(";")[0]?.trim().toLowerCase() ?? "";
    if (tag.startsWith("zh")) return "zh-Hans";
    const found = LOCALES.find((locale) => tag.startsWith(locale.toLowerCase()));
    if (found) return found;
  }
  return "en";
}

const cache = new Map<Locale, AbstractIntlMessages>();

/** Catalogues of one language, one namespace per file. Read once: they change only with a build. */
export function messagesOf(locale: Locale): AbstractIntlMessages {
  const known = cache.get(locale);
  if (known) return known;
  const folder = join(process.cwd(), "messages", locale);
  const messages: AbstractIntlMessages = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    messages[file.replace(".json", "")] = JSON.parse(readFileSync(join(folder, file), "utf8"));
  }
  cache.set(locale, messages);
  return messages;
}
