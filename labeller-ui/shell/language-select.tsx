"use client";

import { useTranslations } from "use-intl";

import { LANGUAGES, type Language } from "./languages.ts";

type Props = { id?: string; language: string; disabled?: boolean; onLanguage: (language: Language) => void };

/** The interface's language, by the browser's own list. Without an `id` of a visible label it names itself. */
export function LanguageSelect({ id, language, disabled = false, onLanguage }: Props) {
  const t = useTranslations("shell");
  return (
    <select
      id={id}
      aria-label={id === undefined ? t("language") : undefined}
      value={language}
      disabled={disabled}
      onChange={(event) => {
        const chosen = LANGUAGES.find(({ tag }) => tag === event.currentTarget.value);
        if (chosen) onLanguage(chosen.tag);
      }}
      className="min-h-9 rounded-lg border border-line-strong bg-surface px-2 text-sm text-ink touch:min-h-11"
    >
      {LANGUAGES.map(({ tag, name }) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}
