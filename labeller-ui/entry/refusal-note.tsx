"use client";

import { useTranslations } from "use-intl";

/** Why something did not happen, by the stable code of the refusal; read out when it appears. */
export function RefusalNote({ code }: { code: string | null }) {
  const t = useTranslations("entry.refusal");
  if (code === null) return null;
  return (
    <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-sm text-bad">
      {t.has(code) ? t(code) : t("other")}
    </p>
  );
}
