import { Check, Circle } from "lucide-react";
import { useTranslations } from "use-intl";

import { letterOf } from "../ranking/rank-text.ts";
import type { GateItem } from "./gate.ts";

/** What is still missing, in words. */
export function GateList({ items, seconds }: { items: readonly GateItem[]; seconds: number }) {
  const t = useTranslations("labelling");
  return (
    <ul aria-label={t("gate.title")} className="flex flex-col gap-1 text-sm">
      {items.map((item) => (
        <li key={item.id} className={`flex items-center gap-2 ${item.done ? "text-muted" : "text-ink"}`}>
          {item.done ? (
            <Check size={15} className="shrink-0 text-good" aria-hidden />
          ) : (
            <Circle size={15} className="shrink-0 text-faint" aria-hidden />
          )}
          <span>
            {t(`gate.${item.id}`, { seconds })}
            <span className="sr-only">{item.done ? t("gate.done") : t("gate.open")}</span>
            {item.missing.length > 0 ? (
              <span className="ml-1 text-faint">({item.missing.map(letterOf).join(", ")})</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
