"use client";

import { useTranslations } from "use-intl";

import { groupsOf, letterOf, orderText, type PairVerdict, pairsOf } from "../documents/positions.ts";
import { levelFill } from "../plots/level-colours.ts";

type Props = { trueRanks: readonly number[]; ranks: readonly number[] };

const STEP = 26;
const LEFT = 16;
const RIGHT = 124;
const BOX = 20;

/**
 * Both orders, best on top, each interface joined with itself. Lines that cross are pairs in the wrong
 * order; interfaces that share a rank stand in one frame.
 */
export function OrderSlopes({ trueRanks, ranks }: Props) {
  const t = useTranslations("console.answers");
  const rows = trueRanks.length;
  const height = rows * STEP;
  const trueY = heightsOf(trueRanks);
  const givenY = heightsOf(ranks);
  const pairs = pairsOf(trueRanks, ranks);
  const takesPart = (position: number, verdict: PairVerdict) =>
    pairs.some((pair) => pair.verdict === verdict && (pair.better === position || pair.worse === position));
  const lineOf = (position: number) =>
    takesPart(position, "discordant")
      ? "stroke-bad"
      : takesPart(position, "tied")
        ? "stroke-line-strong"
        : "stroke-good";
  return (
    <svg
      width={RIGHT + LEFT}
      height={height}
      role="img"
      aria-label={t("ordersNamed", { truth: orderText(trueRanks), given: orderText(ranks) })}
      className="block shrink-0"
    >
      {tiedSpans(ranks).map(({ from, to }) => (
        <rect
          key={from}
          x={RIGHT - BOX / 2 - 3}
          y={(from + 0.5) * STEP - BOX / 2 - 3}
          width={BOX + 6}
          height={(to - from) * STEP + BOX + 6}
          rx={8}
          className="fill-none stroke-line-strong"
          strokeDasharray="3 3"
        />
      ))}
      {trueRanks.map((level, position) => (
        <g key={letterOf(position)}>
          <line
            x1={LEFT + BOX / 2 + 3}
            x2={RIGHT - BOX / 2 - 3}
            y1={trueY[position]}
            y2={givenY[position]}
            strokeWidth={1.75}
            className={lineOf(position)}
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

/** Rows that share a rank, to be framed together. */
function tiedSpans(ranks: readonly number[]): { from: number; to: number }[] {
  let row = 0;
  return groupsOf(ranks).flatMap((group) => {
    const from = row;
    row += group.length;
    return group.length > 1 ? [{ from, to: row - 1 }] : [];
  });
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
