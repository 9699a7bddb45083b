import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { cookies, headers } from "next/headers";
import type { AbstractIntlMessages } from "use-intl";

import { LANGUAGES, type Language } from "#ui/shell/languages.ts";

const LOCALE_COOKIE = "dojo-locale";

const languageOf = (value: string | undefined) => LANGUAGES.find(({ tag }) => tag === value)?.tag;

/** The person's choice, else what the browser prefers, else English. */
export async function currentLocale(): Promise<Language> {
  const chosen = languageOf((await cookies()).get(LOCALE_COOKIE)?.value);
  if (chosen) return chosen;
  const accepted = (await headers()).get("accept-language") ?? "";
  for (const part of accepted.split(",")) {
    const tag = part.split(";")[0]?.trim().toLowerCase() ?? "";
    if (tag.startsWith("zh")) return "zh-Hans";
    const found = LANGUAGES.find((language) => tag.startsWith(language.tag.toLowerCase()));
    if (found) return found.tag;
  }
  return "en";
}

const cache = new Map<Language, AbstractIntlMessages>();

/** Catalogues of one language, one namespace per file. Read once: they change only with a build. */
export function messagesOf(locale: Language): AbstractIntlMessages {
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
