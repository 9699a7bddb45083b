"use client";

import { useTranslations } from "use-intl";

import { groupsOf, letterOf, orderText, pairsOf } from "../documents/positions.ts";
import { levelFill } from "../plots/level-colours.ts";

type Props = { trueRanks: readonly number[]; ranks: readonly number[] };

const STEP = 26;
const LEFT = 16;
const RIGHT = 124;
const BOX = 20;

/**
 * Both orders, best on top, each interface joined with itself. Lines that cross are pairs in the wrong
 * order; interfaces that share a rank stand around the same height.
 */
export function OrderSlopes({ trueRanks, ranks }: Props) {
  const t = useTranslations("console.answers");
  const rows = trueRanks.length;
  const height = rows * STEP;
  const trueY = heightsOf(trueRanks);
  const givenY = heightsOf(ranks);
  const wrong = new Set(
    pairsOf(trueRanks, ranks).flatMap(({ better, worse, verdict }) =>
      verdict === "concordant" ? [] : [better, worse],
    ),
  );
  return (
    <svg
      width={RIGHT + LEFT}
      height={height}
      role="img"
      aria-label={t("ordersNamed", { truth: orderText(trueRanks), given: orderText(ranks) })}
      className="block shrink-0"
    >
      {trueRanks.map((level, position) => (
        <g key={letterOf(position)}>
          <line
            x1={LEFT + BOX / 2 + 3}
            x2={RIGHT - BOX / 2 - 3}
            y1={trueY[position]}
            y2={givenY[position]}
            strokeWidth={1.75}
            className={wrong.has(position) ? "stroke-bad" : "stroke-good"}
            opacity={0.7}
          />
          <Letter x={LEFT} y={trueY[position] ?? 0} letter={letterOf(position)} fill={levelFill(level)} />
          <Letter x={RIGHT} y={givenY[position] ?? 0} letter={letterOf(position)} fill={levelFill(level)} />
        </g>
      ))}
    </svg>
  );
}

/** Heights by position: one row each, ties in rows next to each other. */
function heightsOf(ranks: readonly number[]): number[] {
  const order = groupsOf(ranks).flat();
  return ranks.map((_, position) => (order.indexOf(position) + 0.5) * STEP);
}

function Letter({ x, y, letter, fill }: { x: number; y: number; letter: string; fill: string }) {
  return (
    <>
      <rect x={x - BOX / 2} y={y - BOX / 2} width={BOX} height={BOX} rx={5} className={fill} opacity={0.16} />
      <text x={x} y={y + 4} textAnchor="middle" fontSize={12} fontWeight={600} className="fill-ink">
        {letter}
      </text>
    </>
  );
}
