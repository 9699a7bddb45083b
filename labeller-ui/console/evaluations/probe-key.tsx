"use client";

import { useTranslations } from "use-intl";

/** What the marks of the plots mean. */
export function ProbeKey({ hasOther }: { hasOther: boolean }) {
  const t = useTranslations("evaluations");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
      <li className="flex items-center gap-1.5">
        <svg width="12" height="12" aria-hidden>
          <circle cx="6" cy="6" r="4.5" className="fill-accent" />
        </svg>
        {t("keyHarmless")}
      </li>
      <li className="flex items-center gap-1.5">
        <svg width="12" height="12" aria-hidden>
          <path d="M6 0L12 6L6 12L0 6Z" className="fill-bad" />
        </svg>
        {t("keyWorks")}
      </li>
      <li className="flex items-center gap-1.5">
        <svg width="20" height="10" aria-hidden>
          <line x1="2" x2="18" y1="5" y2="5" className="stroke-accent" strokeWidth="2" strokeLinecap="round" />
        </svg>
        {t("keyInterval")}
      </li>
      {hasOther ? (
        <li className="flex items-center gap-1.5">
          <svg width="12" height="12" aria-hidden>
            <circle cx="6" cy="6" r="3.5" className="fill-surface stroke-line-strong" strokeWidth="1.5" />
          </svg>
          {t("keyOther")}
        </li>
      ) : null}
    </ul>
  );
}
