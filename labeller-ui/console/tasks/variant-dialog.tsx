"use client";

import { useTranslations } from "use-intl";

import { Badge } from "../../primitives/badge.tsx";
import { DocumentDialog } from "../documents/document-dialog.tsx";
import { DocumentPane } from "../documents/document-pane.tsx";
import { useFigures } from "../figures.ts";
import { levelTone } from "../plots/level-colours.ts";
import { EditList } from "./edit-words.tsx";
import type { Variant } from "./variants.ts";

/** One variant, live, beside everything that was done to it. */
export function VariantDialog({ variant, onClose }: { variant: Variant | null; onClose: () => void }) {
  const t = useTranslations("console.tasks");
  const { tau } = useFigures();
  return (
    <DocumentDialog title={variant?.title ?? ""} isOpen={variant !== null} onClose={onClose}>
      {variant ? (
        <div className="grid h-full gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="h-[65dvh] lg:h-full">
            <DocumentPane position={variant.base} documentUrl={variant.documentUrl} />
          </div>
          <div className="flex flex-col gap-4">
            <p className="flex flex-wrap items-center gap-2 text-sm">
              <Badge tone={levelTone(variant.level)}>{t("level", { level: variant.level })}</Badge>
              <span className="text-muted">{t("realisation", { number: variant.realisation + 1 })}</span>
            </p>
            {variant.effectMilli === null ? null : (
              <p className="text-sm">
                <span className="text-muted">{t("effect")}</span>{" "}
                <span className="font-semibold tabular-nums">{tau(variant.effectMilli / 1000)}</span>
              </p>
            )}
            <EditList edits={variant.edits} />
          </div>
        </div>
      ) : null}
    </DocumentDialog>
  );
}
