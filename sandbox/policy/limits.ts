/**
 * Limits of the document half, as data. Each has its unit in its name and its reason beside it.
 * Changing one changes `POLICY_VERSION`.
 */
export const LIMITS = {
  /** A document with React, recharts and d3 has 1.1 MB; four of these must load on a phone. */
  documentBytesMax: 4 * 1024 * 1024,
  /** The slowest source of the allowed size that we found takes about 1 s; honest ones 10 to 40 ms. */
  compileWallMs: 5_000,
  /** JavaScript heap of the compile process; 300 dashboards in a row stayed below 95 MB. */
  compileHeapMb: 512,
} as const;

/** Limits that are compiled into the shim, and so into every document: changing one changes every hash. */
export const SHIM_LIMITS = {
  /** Errors that the shim reports to the verification runner before it only counts them. */
  reportedErrorsMax: 50,
  reportedErrorCharsMax: 500,
  /** Errors that the shim sends to the labelling page; the page shows one badge, not a log. */
  loggedErrorsMax: 20,
  loggedErrorCharsMax: 256,
  /** Counters travel at most this often, so the page stores no more than one row per second. */
  countersIntervalMs: 1_000,
  /** What `localStorage` of a browser holds, in UTF-16 units: more throws QuotaExceededError there too. */
  storageCharsMax: 5 * 1024 * 1024,
} as const;
