"use client";

import { useAgo, useMoment } from "../entry/moment.tsx";

/** A time as the person's own clock shows it, and how far away that is; a dash for one that has not come. */
export function Moment({ at }: { at: Date | null }) {
  const moment = useMoment();
  const ago = useAgo();
  if (at === null) return <span className="text-muted">—</span>;
  return (
    <time dateTime={at.toISOString()} className="inline-flex flex-wrap gap-x-1.5 tabular-nums">
      <span className="whitespace-nowrap">{moment(at)}</span>
      <span className="whitespace-nowrap text-muted">({ago(at)})</span>
    </time>
  );
}
