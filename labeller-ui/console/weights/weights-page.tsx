"use client";

import { Scale } from "lucide-react";
import { useTranslations } from "use-intl";

import { PlaceLink } from "../../shell/place-link.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { Loaded, type Loading } from "../loaded.tsx";
import { Moment } from "../moment.tsx";
import { PageFrame, PagePart } from "../page-frame.tsx";
import { BlockSkeleton } from "../skeleton.tsx";
import type { RoundVector } from "./round-vector.ts";
import { VectorHistory } from "./vector-history.tsx";
import { VectorPlot } from "./vector-plot.tsx";
import { WeightTable } from "./weight-table.tsx";

/** The signed-in validator's newest vector and those before it. `vectors` come newest first. */
export function WeightsPage({ vectors }: { vectors: Loading<readonly RoundVector[]> }) {
  const t = useTranslations("console");
  return (
    <PageFrame title={t("weights.title")} lead={t("weights.lead")}>
      <Loaded query={vectors} waiting={<BlockSkeleton />}>
        {([newest, ...older]) =>
          newest ? (
            <Vectors newest={newest} older={older} />
          ) : (
            <EmptyNote picture={Scale} title={t("weights.none")} text={t("weights.noneText")}>
              <PlaceLink href="/rounds" className="text-sm font-medium text-accent underline underline-offset-2">
                {t("rounds.goTo")}
              </PlaceLink>
            </EmptyNote>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function Vectors({ newest, older }: { newest: RoundVector; older: readonly RoundVector[] }) {
  const t = useTranslations("console");
  const oldestFirst = [newest, ...older].toReversed();
  const trendOf = (minerId: string) =>
    oldestFirst.map(({ vector }) => vector.entries.find((entry) => entry.minerId === minerId)?.weight ?? null);
  const made = (
    <span className="inline-flex flex-wrap gap-x-3">
      <Moment at={newest.vector.createdAt} />
      <span className="font-mono text-xs leading-5">{newest.vector.algorithmVersion}</span>
    </span>
  );
  return (
    <>
      <PagePart title={t("weights.newest", { number: newest.roundNumber })} lead={made}>
        <VectorPlot vector={newest.vector} />
        <WeightTable entries={newest.vector.entries} {...(older.length > 0 ? { trendOf } : {})} />
      </PagePart>
      {older.length > 0 ? (
        <PagePart title={t("weights.history")}>
          <VectorHistory vectors={[newest, ...older]} />
        </PagePart>
      ) : null}
    </>
  );
}
