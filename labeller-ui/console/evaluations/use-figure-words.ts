"use client";

import { useFormatter, useTranslations } from "use-intl";

import { useFigures } from "../figures.ts";
import type { FigureKind } from "./main-figures.ts";

const DIGITS: Record<FigureKind, number> = { count: 0, share: 1, fine: 3, seconds: 1, money: 4 };

/** Figures of an evaluation as the reader's language writes them, and the differences between two. */
export function useFigureWords() {
  const t = useTranslations("evaluations");
  const format = useFormatter();
  const { count, percent, tau } = useFigures();
  const seconds = (of: number, signDisplay: "auto" | "exceptZero") =>
    format.number(of, {
      style: "unit",
      unit: "second",
      minimumFractionDigits: DIGITS.seconds,
      maximumFractionDigits: DIGITS.seconds,
      signDisplay,
    });
  const value = (kind: FigureKind, of: number): string => {
    if (kind === "count") return count(of);
    if (kind === "share") return percent(of);
    if (kind === "seconds") return seconds(of, "auto");
    return kind === "fine" ? tau(of) : format.number(of, { maximumFractionDigits: DIGITS.money });
  };
  const change = (kind: FigureKind, of: number): string => {
    const digits = { minimumFractionDigits: DIGITS[kind], maximumFractionDigits: DIGITS[kind] };
    const sign = { ...digits, signDisplay: "exceptZero" } as const;
    if (kind === "share") return t("points", { value: format.number(100 * of, sign) });
    if (kind === "seconds") return seconds(of, "exceptZero");
    return format.number(of, sign);
  };
  return { value, change };
}
