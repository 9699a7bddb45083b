"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";

import { Segmented } from "../../primitives/segmented.tsx";
import { LANGUAGES } from "../../shell/languages.ts";

/** The prompt, first in the reader's language, then in any other it was written in. */
export function PromptCard({ prompts }: { prompts: Readonly<Record<string, string>> }) {
  const t = useTranslations("console.tasks");
  const locale = useLocale();
  const written = LANGUAGES.filter(({ tag }) => prompts[tag] !== undefined);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = written.find(({ tag }) => tag === (chosen ?? locale)) ?? written[0];
  if (!shown) return null;
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-sm font-semibold">{t("prompt")}</h2>
        <Segmented
          label={t("promptLanguage")}
          value={shown.tag}
          options={written.map(({ tag, name }) => ({ value: tag, label: name }))}
          onChange={setChosen}
        />
      </div>
      <p lang={shown.tag} className="max-w-4xl text-sm leading-relaxed text-pretty">
        {prompts[shown.tag]}
      </p>
    </div>
  );
}
