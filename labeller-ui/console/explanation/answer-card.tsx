"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Explanation } from "#server/pipeline/scoring/schema.ts";

import { Badge, type BadgeTone } from "../../primitives/badge.tsx";
import { Button } from "../../primitives/button.tsx";
import { CopyHash } from "../copy-hash.tsx";
import { orderText } from "../documents/positions.ts";
import { useFigures } from "../figures.ts";
import { OrderSlopes } from "./order-slopes.tsx";
import { PairMarks } from "./pair-marks.tsx";

export type ExplainedAnswer = Explanation["answers"][number];

const tones: Record<ExplainedAnswer["state"], BadgeTone> = {
  open: "neutral",
  submitted: "good",
  late: "warn",
  surplus: "neutral",
  skipped: "neutral",
  expired: "bad",
};

type Props = { answer: ExplainedAnswer; number: number; onOpen: () => void };

/** One control task of a miner: what was true, what was said, and what that is worth. */
export function AnswerCard({ answer, number, onOpen }: Props) {
  const t = useTranslations("console.answers");
  const { tau } = useFigures();
  const { trueRanks, ranks } = answer;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-4 border-b border-line p-4 last:border-0 md:grid-cols-[minmax(0,1fr)_auto_auto] md:px-5">
      <div className="col-span-2 flex min-w-0 flex-col gap-2 md:col-span-1">
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <span className="font-medium tabular-nums">{t("task", { number })}</span>
          <Badge tone={tones[answer.state]}>{t(`state.${answer.state}`)}</Badge>
          <span className="text-muted">{answer.labellerName}</span>
        </p>
        <p className="line-clamp-2 max-w-2xl text-sm text-muted">{answer.prompt}</p>
        {ranks ? <PairMarks trueRanks={trueRanks} ranks={ranks} /> : null}
        <div className="mt-auto flex flex-wrap items-center gap-x-5 gap-y-1 pt-1">
          <Button size="small" onClick={onOpen} aria-label={t("openNamed", { number })}>
            <Eye size={14} aria-hidden />
            {t("open")}
          </Button>
          <span className="inline-flex items-center gap-1.5 text-xs text-muted">
            {t("commitment")}
            <CopyHash hash={answer.commitment} name={t("commitmentNamed", { number })} />
          </span>
        </div>
      </div>
      <div className="flex flex-col gap-1.5">
        <div aria-hidden className="flex w-35 justify-between text-xs text-muted">
          <span>{t("truth")}</span>
          <span>{ranks ? t("given") : ""}</span>
        </div>
        {ranks ? (
          <OrderSlopes trueRanks={trueRanks} ranks={ranks} />
        ) : (
          <p className="w-35 text-sm">
            <span className="sr-only">{t("truth")}: </span>
            <span className="font-mono">{orderText(trueRanks)}</span>
            <span className="mt-2 block text-xs text-pretty text-muted">{t("noLabel")}</span>
          </p>
        )}
      </div>
      <p className="flex flex-col items-end md:w-20">
        <span className="text-xs text-muted">τ</span>
        <span
          className={`text-xl font-semibold tabular-nums ${
            answer.tau === null ? "text-muted" : answer.tau > 0 ? "text-good" : answer.tau < 0 ? "text-bad" : ""
          }`}
        >
          {answer.tau === null ? "—" : tau(answer.tau)}
        </span>
      </p>
    </li>
  );
}
