"use client";

import { Clock, Plus } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";

/** Below this the clock asks for attention; extending takes one action. */
const WARN_BELOW_S = 120;

type Props = {
  expiresAt: Date;
  serverOffsetMs: number;
  now: () => number;
  extensionsLeft: number;
  onExtend: () => void;
};

/** Time left of the lease by the server's clock. Its end takes nothing away, and says so. */
export function LeaseClock(props: Props) {
  const t = useTranslations("labelling");
  const left = useSecondsLeft(props);
  const over = left <= 0;
  const soon = left < WARN_BELOW_S;
  const text = over
    ? t("lease.over")
    : t("lease.left", { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, "0") });
  return (
    <div className="flex items-center gap-1">
      <span
        className={`inline-flex items-center gap-1.5 text-sm tabular-nums ${soon ? "font-medium text-warn" : "text-muted"}`}
        title={t("lease.hint")}
      >
        <Clock size={15} aria-hidden />
        {text}
      </span>
      {soon && props.extensionsLeft > 0 ? (
        <Button size="small" tone="quiet" onClick={props.onExtend}>
          <Plus size={14} aria-hidden /> {t("lease.extend")}
        </Button>
      ) : null}
      <span role="status" className="sr-only">
        {soon && !over ? t("lease.warn") : ""}
      </span>
    </div>
  );
}

function useSecondsLeft({ expiresAt, serverOffsetMs, now }: Props): number {
  const compute = useCallback(
    () => Math.max(0, Math.ceil((expiresAt.getTime() - (now() + serverOffsetMs)) / 1_000)),
    [expiresAt, serverOffsetMs, now],
  );
  const [seconds, setSeconds] = useState(compute);
  useEffect(() => {
    setSeconds(compute());
    const timer = setInterval(() => setSeconds(compute()), 1_000);
    return () => clearInterval(timer);
  }, [compute]);
  return seconds;
}
