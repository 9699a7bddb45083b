"use client";

import { Ban, LogOut, Maximize2, Minimize2, RotateCw, TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Badge } from "../primitives/badge.tsx";
import { Button, IconButton } from "../primitives/button.tsx";
import { Segmented } from "../primitives/segmented.tsx";
import { ScaledViewport, VIEWPORT_CHOICES, type ViewportChoice } from "./scaled-viewport.tsx";
import { type FrameReport, useFrame } from "./use-frame.ts";

type Props = {
  letter: string;
  documentUrl: string;
  /** Rank text such as "1st" once placed, with "=" for ties; null before. */
  placeLabel: string | null;
  unusable: boolean;
  /** Nothing can be ranked here: a preview for validators. */
  readOnly?: boolean;
  onPlace: () => void;
  onUnusable: () => void;
  onReport: (report: FrameReport) => void;
  onInteract: () => void;
  onViewport: (width: ViewportChoice) => void;
};

/** One live interface with its controls. The document in it is hostile until proven otherwise, and cannot be. */
export function InterfacePane(props: Props) {
  const t = useTranslations("labelling");
  const [mount, setMount] = useState(0);
  const [viewport, setViewport] = useState<ViewportChoice>("fit");
  const [isFull, setFull] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const title = t("frame.title", { letter: props.letter });
  const { onReport, onInteract } = props;
  const report = useFrame(host, {
    documentUrl: props.documentUrl,
    title,
    mount,
    onLeave: () => (isFull ? setFull(false) : leave.current?.focus()),
    onInteract,
  });
  useEffect(() => onReport(report), [onReport, report]);
  useEffect(() => {
    if (!isFull) return;
    const onKey = (event: KeyboardEvent) => event.code === "Escape" && setFull(false);
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isFull]);

  return (
    <section
      aria-label={title}
      className={`flex min-h-0 min-w-0 flex-col overflow-hidden border bg-surface ${isFull ? "fixed inset-0 z-30" : "relative rounded-xl"} ${
        props.placeLabel === null ? "border-line" : props.unusable ? "border-bad" : "border-accent"
      }`}
    >
      <header className="flex min-h-11 items-center gap-1 border-b border-line px-2 touch:min-h-13">
        <span className="flex size-7 shrink-0 items-center justify-center rounded-md bg-ink text-sm font-semibold text-paper">
          {props.letter}
        </span>
        <FrameStatus report={report} />
        <span className="grow" />
        <div className="hidden xl:block">
          <Segmented
            isTight
            label={t("viewport.label")}
            value={viewport}
            options={VIEWPORT_CHOICES.map((value) => ({ value, label: value === "fit" ? t("viewport.fit") : value }))}
            onChange={(value) => {
              setViewport(value);
              props.onViewport(value);
            }}
          />
        </div>
        <IconButton label={t("frame.reload", { letter: props.letter })} onClick={() => setMount((n) => n + 1)}>
          <RotateCw size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={isFull ? t("frame.leaveFull") : t("frame.full", { letter: props.letter })}
          onClick={() => setFull(!isFull)}
        >
          {isFull ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
        </IconButton>
        {props.readOnly ? null : (
          <>
            <IconButton
              label={t("frame.unusable", { letter: props.letter })}
              aria-pressed={props.unusable}
              onClick={props.onUnusable}
            >
              <Ban size={16} aria-hidden />
            </IconButton>
            <Button
              size="small"
              tone={props.placeLabel === null ? "primary" : "plain"}
              onClick={props.onPlace}
              className="whitespace-nowrap tabular-nums"
            >
              {props.placeLabel ?? t("frame.place")}
            </Button>
          </>
        )}
        <button ref={leave} type="button" className="sr-only focus:not-sr-only focus:rounded focus:px-2 focus:text-xs">
          <LogOut size={12} aria-hidden className="inline" /> {t("frame.skipInto", { letter: props.letter })}
        </button>
      </header>
      <div className="relative min-h-0 grow">
        <ScaledViewport choice={viewport}>
          <div ref={host} className="size-full" />
        </ScaledViewport>
        {report.state === "loading" ? (
          <div aria-hidden className="pointer-events-none absolute inset-x-0 top-0 h-0.5 animate-pulse bg-accent" />
        ) : null}
        {report.state === "stopped" ? (
          <StoppedCard report={report} letter={props.letter} onReload={() => setMount((n) => n + 1)} />
        ) : null}
      </div>
      <button type="button" className="sr-only focus:not-sr-only focus:px-3 focus:py-1 focus:text-xs">
        {t("frame.afterFrame", { letter: props.letter })}
      </button>
    </section>
  );
}

function FrameStatus({ report }: { report: FrameReport }) {
  const t = useTranslations("labelling");
  if (report.state === "stopped") return <Badge tone="bad">{t("frame.stopped")}</Badge>;
  if (report.errors.length > 0) {
    return (
      <details className="relative">
        <summary className="list-none rounded-full">
          <Badge tone="warn">
            <TriangleAlert size={12} aria-hidden />
            {t("frame.errors", { count: report.errors.length })}
          </Badge>
        </summary>
        <ul className="absolute left-0 z-20 mt-1 max-h-60 w-80 max-w-[80vw] overflow-auto rounded-lg border border-line bg-raised p-3 font-mono text-xs shadow-card">
          {[...new Set(report.errors)].map((error) => (
            <li key={error} className="border-b border-line py-1 break-words last:border-0">
              {error}
            </li>
          ))}
        </ul>
      </details>
    );
  }
  if (report.state === "loading") return <span className="text-xs text-faint">{t("frame.loading")}</span>;
  return null;
}

function StoppedCard({ report, letter, onReload }: { report: FrameReport; letter: string; onReload: () => void }) {
  const t = useTranslations("labelling");
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-surface p-6 text-center">
      <TriangleAlert aria-hidden className="text-bad" />
      <p className="max-w-xs text-sm text-muted">{t(`stop.${report.stopReason ?? "unresponsive"}`, { letter })}</p>
      <Button onClick={onReload}>{t("frame.reload", { letter })}</Button>
    </div>
  );
}
