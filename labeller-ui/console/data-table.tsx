"use client";

import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  /** What the column means, shown on its header. */
  hint?: string;
  /** Numbers stand under each other at the end of their column. */
  isNumber?: boolean;
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  /** Names the table for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Marks one row as the one in question. */
  isMarked?: (row: Row) => boolean;
};

/**
 * A dense table. The first column names the row and stays in sight while the rest scrolls sideways in a
 * frame of its own; the frame takes focus, so that arrow keys can scroll it.
 */
export function DataTable<Row>({ label, columns, rows, keyOf, isMarked }: Props<Row>) {
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
                } ${index === 0 ? "sticky left-0 z-10 bg-paper" : ""}`}
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
                <Cell key={column.key} isFirst={index === 0} isNumber={column.isNumber ?? false}>
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

function Cell({ isFirst, isNumber, children }: { isFirst: boolean; isNumber: boolean; children: ReactNode }) {
  const place = `px-3 py-2 first:pl-4 last:pr-4 whitespace-nowrap ${isNumber ? "text-right tabular-nums" : ""}`;
  if (!isFirst) return <td className={place}>{children}</td>;
  return (
    <th scope="row" className={`sticky left-0 z-10 bg-inherit font-medium ${place}`}>
      {children}
    </th>
  );
}
