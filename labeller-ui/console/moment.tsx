"use client";

import { useMoment } from "../entry/moment.tsx";

/** A time as the person's own clock shows it; a dash for one that has not come. */
export function Moment({ at }: { at: Date | null }) {
  const moment = useMoment();
  if (at === null) return <span className="text-muted">—</span>;
  return (
    <time dateTime={at.toISOString()} className="tabular-nums">
      {moment(at)}
    </time>
  );
}
