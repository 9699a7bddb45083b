"use client";

import type { ReactNode } from "react";

import { useMediaQuery } from "./media-query.ts";

export type Column<Row> = {
  key: string;
  header: string;
  /** What the column means, shown on its header. */
  hint?: string | undefined;
  /** Numbers stand under each other at the end of their column. */
  isNumber?: boolean;
  /** Says more than a screen below a desktop's has room for. */
  isMinor?: boolean;
  /** On a narrow screen this one has a line of its own. */
  isWide?: boolean;
  /** What can be done with the row: on a card it needs no name. */
  isAct?: boolean;
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  /** Names the table for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Marks one row as the one in question. */
  isMarked?: ((row: Row) => boolean) | undefined;
};

/** Below this a table would show two columns and hide the others. */
const NARROW = "(width < 40rem)";

/** Rows of facts: a dense table where there is room, else one card per row. */
export function DataTable<Row>(props: Props<Row>) {
  const isNarrow = useMediaQuery(NARROW);
  return isNarrow ? <Cards {...props} /> : <WideTable {...props} />;
}

/**
 * The first column names the row and stays in sight while the rest scrolls sideways in a frame of its
 * own; the frame takes focus, so that arrow keys can scroll it.
 */
function WideTable<Row>({ label, columns, rows, keyOf, isMarked }: Props<Row>) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
      className="relative max-w-full overflow-x-auto rounded-xl border border-line bg-surface"
    >
      <table className="w-full border-collapse text-left text-sm">
        <thead>
          <tr className="border-b border-line bg-paper">
            {columns.map((column, index) => (
              <th
                key={column.key}
                scope="col"
                title={column.hint}
                className={`px-3 py-2.5 text-xs font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4 ${
                  column.isNumber ? "text-right" : ""
                } ${column.isMinor ? "max-lg:hidden" : ""} ${index === 0 ? "sticky left-0 z-10 bg-paper" : ""}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className={`border-b border-line last:border-0 ${isMarked?.(row) ? "bg-accent-soft" : "bg-surface hover:bg-paper"}`}
            >
              {columns.map((column, index) => (
                <Cell key={column.key} isFirst={index === 0} column={column}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = { isFirst: boolean; column: { isNumber?: boolean; isMinor?: boolean }; children: ReactNode };

function Cell({ isFirst, column, children }: CellProps) {
  const place = `px-3 py-2 first:pl-4 last:pr-4 whitespace-nowrap ${column.isNumber ? "text-right tabular-nums" : ""} ${column.isMinor ? "max-lg:hidden" : ""}`;
  if (!isFirst) return <td className={place}>{children}</td>;
  return (
    <th scope="row" className={`sticky left-0 z-10 bg-inherit font-medium ${place}`}>
      {children}
    </th>
  );
}

/** The first column is a card's name, the others are its facts. */
function Cards<Row>({ label, columns, rows, keyOf, isMarked }: Props<Row>) {
  const [name, ...facts] = columns;
  return (
    <ul aria-label={label} className="overflow-hidden rounded-xl border border-line bg-surface">
      {rows.map((row) => (
        <li
          key={keyOf(row)}
          className={`border-b border-line px-4 py-3 last:border-0 ${isMarked?.(row) ? "bg-accent-soft" : ""}`}
        >
          <div className="flex min-h-8 items-center font-medium break-words">{name?.cell(row)}</div>
          <dl className="mt-1 grid grid-cols-3 gap-x-4 gap-y-2 text-sm">
            {facts
              .filter(({ isMinor }) => isMinor !== true)
              .map((column) => (
                <div
                  key={column.key}
                  className={`min-w-0 ${column.isWide || column.isAct ? "col-span-3" : ""} ${column.isAct ? "has-[dd:empty]:hidden" : ""}`}
                >
                  <dt title={column.hint} className={column.isAct ? "sr-only" : "text-xs text-muted"}>
                    {column.header}
                  </dt>
                  <dd className="break-words tabular-nums">{column.cell(row)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
