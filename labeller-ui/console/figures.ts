"use client";

import { useFormatter } from "use-intl";

const KILO = 1000;
const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** Numbers as this console writes them, in the person's language. */
export type Figures = {
  count: (value: number) => string;
  /** An agreement or a bound: three digits, always, so that columns stand. */
  tau: (value: number) => string;
  percent: (share: number) => string;
  /** A reward, in answers. */
  reward: (value: number) => string;
  bytes: (value: number) => string;
  seconds: (value: number) => string;
};

/** Minus zero is what rounding leaves of small losses; nobody wants to read it. */
const withoutMinusZero = (value: number, digits: number) => (Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value);

export function useFigures(): Figures {
  const format = useFormatter();
  return {
    count: (value) => format.number(value),
    tau: (value) => format.number(withoutMinusZero(value, 3), { minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    percent: (share) => format.number(share, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    reward: (value) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    bytes: (value) => {
      const power = value < 1 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(value) / 3));
      const unit = BYTE_UNITS[power] ?? "byte";
      return format.number(value / KILO ** power, { style: "unit", unit, maximumFractionDigits: power === 0 ? 0 : 1 });
    },
    seconds: (value) => {
      const [unit, per] =
        value < 120 ? (["second", 1] as const) : value < 7_200 ? (["minute", 60] as const) : (["hour", 3_600] as const);
      return format.number(value / per, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 });
    },
  };
}
