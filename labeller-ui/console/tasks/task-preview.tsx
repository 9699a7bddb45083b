"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import type { TaskDetail } from "#server/pipeline/generation/task-schema.ts";

import { Badge } from "../../primitives/badge.tsx";
import { Button } from "../../primitives/button.tsx";
import { DocumentBoard } from "../documents/document-board.tsx";
import { orderText } from "../documents/positions.ts";
import { ChoiceField } from "../fields.tsx";
import { PagePart } from "../page-frame.tsx";
import { levelTone } from "../plots/level-colours.ts";

type Props = Pick<TaskDetail, "kind" | "renderings">;

/** A task exactly as one miner's labellers see it; the truth behind it only when asked for, to judge with open eyes. */
export function TaskPreview({ kind, renderings }: Props) {
  const t = useTranslations("console.tasks");
  const [minerId, setMinerId] = useState<string | null>(null);
  const [isTruthShown, setTruthShown] = useState(false);
  const rendering = renderings.find((candidate) => candidate.minerId === minerId) ?? renderings[0];
  if (!rendering) {
    return (
      <PagePart title={t("preview")}>
        <p className="rounded-xl border border-dashed border-line-strong px-6 py-10 text-center text-sm text-muted">
          {t("notRendered")}
        </p>
      </PagePart>
    );
  }
  const { trueRanks, documentUrls } = rendering;
  const hasTruth = kind === "control";
  return (
    <PagePart title={t("preview")} lead={hasTruth ? t("previewControl") : t("previewNormal")}>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-48">
          <ChoiceField
            label={t("asSeenBy")}
            value={rendering.minerId}
            options={renderings.map(({ minerId: value, minerName: label }) => ({ value, label }))}
            onChange={setMinerId}
          />
        </div>
        {hasTruth ? (
          <Button
            aria-pressed={isTruthShown}
            onClick={() => setTruthShown(!isTruthShown)}
            className="min-h-10 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            {isTruthShown ? t("hideTruth") : t("showTruth")}
          </Button>
        ) : null}
        <p role="status" className="flex min-h-10 items-center text-sm">
          {hasTruth && isTruthShown ? (
            <>
              <span className="text-muted">{t("trueOrder")}</span>
              <span className="ml-2 font-mono font-medium">{orderText(trueRanks)}</span>
            </>
          ) : null}
        </p>
      </div>
      <DocumentBoard
        // Another miner has other documents; the board starts again from A.
        key={rendering.minerId}
        documentUrls={documentUrls}
        noteOf={hasTruth && isTruthShown ? (position) => <LevelNote level={trueRanks[position] ?? 0} /> : undefined}
      />
    </PagePart>
  );
}

function LevelNote({ level }: { level: number }) {
  const t = useTranslations("console.tasks");
  return (
    <>
      <Badge tone={levelTone(level)}>{t("level", { level })}</Badge>
      <span className="text-muted">{t(`levelMeaning.${level >= 0 && level <= 3 ? String(level) : "3"}`)}</span>
    </>
  );
}
