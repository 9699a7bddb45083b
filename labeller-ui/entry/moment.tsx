"use client";

import { useFormatter } from "use-intl";

/** Times as the person's own clock shows them; only for data that the browser itself has fetched. */
export function useMoment(): (date: Date) => string {
  const format = useFormatter();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (date) => format.dateTime(date, { dateStyle: "medium", timeStyle: "short", timeZone });
}
