/**
 * Limits of a verification, as data. Each has its unit in its name and its reason beside it.
 * They are part of the policy version: another limit may mean another verdict.
 */
export const LIMITS = {
  /** A document that answers nothing for this long is killed in the labeller's browser too. */
  unresponsiveMs: 3_000,
  /** From mount to the load event: a 1.1 MB document takes 0.6 s on a busy machine. */
  loadMs: 5_000,
  /** The DOM counts as settled after so long without a change, at the latest after the maximum. */
  settleQuietMs: 120,
  settleMaxMs: 1_200,
  /** Window in which the document's own use of the CPU is measured. */
  idleMs: 200,
  /** Resident memory of one renderer. Honest documents stay below 200 MB; a bomb grows 4 GB a second. */
  rendererBytesMax: 450 * 1024 * 1024,
  /** JavaScript heap of one renderer: V8 ends it itself, sooner than the poll below would. */
  rendererHeapMb: 256,
  memoryPollMs: 60,
  nodesMax: 20_000,
  /** Nested frames; an honest document has none. */
  framesMax: 30,
  /** Messages to the page around it: one that sends more is removed in the labeller's browser too. */
  messagesPerSecondMax: 500,
  /** Console messages, exceptions and reports of one document. */
  consoleEntriesMax: 1_000,
  consoleBytesMax: 4 * 1024 * 1024,
  errorsMax: 50,
  errorCharsMax: 500,
  /** A whole check, whatever its steps: three of them fit into the default wall time even when all hang. */
  checkMs: 8_000,
  axeMs: 10_000,
  screenshotMs: 5_000,
  /** Reloaded for every check, a page's host collects history and memory. */
  documentsPerHostPage: 50,
  documentsPerBrowser: 200,
  browserBytesMax: 2_500 * 1024 * 1024,
} as const;

/** Height photographed at each layout width: what a visitor sees first. */
export const VIEWPORT_HEIGHT = { 375: 812, 768: 1024, 1280: 800 } as const;

/** Below these a page shows nothing: luminance deviation 0 is a blank page, 1.3 one lone button. */
export const BLANK = { luminanceDeviation: 1, textLength: 5 } as const;
