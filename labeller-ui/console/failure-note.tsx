"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { failureOf } from "./failure.ts";

/** Why something did not happen, in the person's words where we have them, and a way to try again. */
export function FailureNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations("console");
  if (error === null || error === undefined) return null;
  const { code, message, mayPass } = failureOf(error);
  const key = `refusal.${code}`;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-bad-soft px-4 py-3 text-sm text-bad"
    >
      <TriangleAlert size={16} aria-hidden className="shrink-0" />
      <p className="grow basis-60">{t.has(key) ? t(key) : (message ?? t("refusal.other"))}</p>
      {onRetry && mayPass ? (
        <Button size="small" onClick={onRetry}>
          <RotateCw size={14} aria-hidden />
          {t("retry")}
        </Button>
      ) : null}
    </div>
  );
}
