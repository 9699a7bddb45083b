"use client";

import { Coffee } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";

import type { NextAnswer } from "#server/pipeline/assignment/schema.ts";

import { useFigures } from "../console/figures.ts";
import { Button } from "../primitives/button.tsx";
import { PlaceLink } from "../shell/place-link.tsx";

type Props = { answer: Extract<NextAnswer, { status: "nothing" }>; onRetry: () => void };

/** Why there is no task, and when the page looks again by itself. */
export function NothingToDo({ answer, onRetry }: Props) {
  const t = useTranslations("labelling");
  const { seconds } = useFigures();
  const [left, setLeft] = useState(answer.retryAfterSeconds);
  useEffect(() => {
    setLeft(answer.retryAfterSeconds);
    const timer = setInterval(() => setLeft((before) => before - 1), 1_000);
    return () => clearInterval(timer);
  }, [answer]);
  useEffect(() => {
    if (left <= 0) onRetry();
  }, [left, onRetry]);
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center gap-4 p-8 text-center">
      <span className="flex size-12 items-center justify-center rounded-full bg-sunken text-muted">
        <Coffee size={20} aria-hidden />
      </span>
      <h1 className="text-xl font-semibold">{t("queue.title")}</h1>
      <p className="text-balance text-muted">{t(`queue.${answer.reason}`)}</p>
      <p className="text-sm text-faint tabular-nums">{t("queue.again", { time: seconds(Math.max(0, left)) })}</p>
      <div className="flex gap-2">
        <Button onClick={onRetry}>{t("queue.now")}</Button>
        <PlaceLink
          href="/history"
          className="inline-flex min-h-11 items-center rounded-lg px-4 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
        >
          {t("history.title")}
        </PlaceLink>
      </div>
    </main>
  );
}
