"use client";

import { useTranslations } from "use-intl";

/** What was asked for, always at hand: one line that opens to the whole. */
export function PromptBar({ prompt, language }: { prompt: string; language: string }) {
  const t = useTranslations("labelling");
  return (
    <details className="group relative min-w-0 grow basis-48">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-lg px-2 hover:bg-sunken">
        <span className="shrink-0 text-xs font-semibold tracking-wide text-faint uppercase">{t("prompt")}</span>
        <span lang={language} className="truncate text-sm">
          {prompt}
        </span>
      </summary>
      <div className="absolute inset-x-0 top-full z-20 mt-1 max-h-[60dvh] max-w-3xl overflow-auto rounded-xl border border-line bg-raised p-5 shadow-card">
        <p lang={language} className="text-[0.9375rem] leading-relaxed whitespace-pre-line">
          {prompt}
        </p>
      </div>
    </details>
  );
}
