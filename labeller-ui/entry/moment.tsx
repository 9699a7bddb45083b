"use client";

import { useFormatter, useNow } from "use-intl";

const MINUTE_MS = 60_000;

/** Times as the person's own clock shows them; only for data that the browser itself has fetched. */
export function useMoment(): (date: Date) => string {
  const format = useFormatter();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (date) => format.dateTime(date, { dateStyle: "medium", timeStyle: "short", timeZone });
}

/** How long ago or how soon, kept true while the page stands open. */
export function useAgo(): (date: Date) => string {
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS });
  return (date) => {
    const ahead = date.getTime() - now.getTime();
    // What happened since the last look at the clock is not in the future.
    return format.relativeTime(date, ahead > 0 && ahead < MINUTE_MS ? date : now);
  };
}
