"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import type { TaskDetail } from "#server/pipeline/generation/task-schema.ts";

import { Badge } from "../../primitives/badge.tsx";
import { useFigures } from "../figures.ts";
import { levelBar, levelTone } from "../plots/level-colours.ts";
import { EditSummary } from "./edit-words.tsx";
import { basesOf, keyOfVariant, levelsOf, type Variant } from "./variants.ts";
import { VariantDialog } from "./variant-dialog.tsx";

/** Every variant of a task by design and level: how much worse it was measured to be, and by what. */
export function VariantMatrix({ variants }: Pick<TaskDetail, "variants">) {
  const t = useTranslations("console.tasks");
  const [opened, setOpened] = useState<Variant | null>(null);
  const levels = levelsOf(variants);
  return (
    <>
      <section
        aria-label={t("variants")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="relative max-w-full overflow-x-auto rounded-xl border border-line bg-surface"
      >
        <table className="w-full border-collapse text-left text-sm">
          <thead>
            <tr className="border-b border-line bg-paper text-xs text-muted">
              <th scope="col" className="sticky left-0 z-10 bg-paper px-4 py-2.5 font-medium">
                {t("base")}
              </th>
              {levels.map((level) => (
                <th key={level} scope="col" className="px-3 py-2.5 font-medium">
                  <Badge tone={levelTone(level)}>{t("level", { level })}</Badge>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {basesOf(variants).map(({ base, title }) => (
              <tr key={base} className="border-b border-line align-top last:border-0">
                <th
                  scope="row"
                  lang="en"
                  className="sticky left-0 z-10 w-36 min-w-28 bg-surface px-4 py-3 font-medium text-pretty sm:w-44"
                >
                  {title}
                </th>
                {levels.map((level) => (
                  <td key={level} className="min-w-52 px-2 py-2">
                    <ul className="flex flex-col gap-1">
                      {variants
                        .filter((variant) => variant.base === base && variant.level === level)
                        .map((variant) => (
                          <li key={keyOfVariant(variant)}>
                            <VariantButton variant={variant} onOpen={() => setOpened(variant)} />
                          </li>
                        ))}
                    </ul>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <VariantDialog variant={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function VariantButton({ variant, onOpen }: { variant: Variant; onOpen: () => void }) {
  const { tau } = useFigures();
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full flex-col gap-1 rounded-lg px-2 py-1.5 text-left hover:bg-sunken"
    >
      {variant.effectMilli === null ? null : (
        <span className="flex w-full items-center gap-2">
          <span aria-hidden className="h-1.5 grow overflow-hidden rounded-full bg-sunken">
            <span
              className={`block h-full rounded-full ${levelBar(variant.level)}`}
              style={{ width: `${Math.max(1, variant.effectMilli / 10)}%` }}
            />
          </span>
          <span className="text-xs font-medium tabular-nums">{tau(variant.effectMilli / 1000)}</span>
        </span>
      )}
      <EditSummary edits={variant.edits} />
    </button>
  );
}
