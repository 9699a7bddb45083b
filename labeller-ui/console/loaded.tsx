"use client";

import type { ReactNode } from "react";

import { FailureNote } from "./failure-note.tsx";

/** What this page needs to know of a query, so that leaves do not depend on who fetches. */
export type Loading<Data> = { data: Data | undefined; error: unknown; refetch: () => unknown };

type Props<Data> = { query: Loading<Data>; waiting: ReactNode; children: (data: Data) => ReactNode };

/** Shows what was fetched, its shape until then, and in words why it did not come. Old data stays beside an error. */
export function Loaded<Data>({ query, waiting, children }: Props<Data>) {
  const { data, error } = query;
  const isFailed = error !== null && error !== undefined;
  return (
    <>
      {isFailed ? <FailureNote error={error} onRetry={() => void query.refetch()} /> : null}
      {data === undefined ? (isFailed ? null : waiting) : children(data)}
    </>
  );
}
