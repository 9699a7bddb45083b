import { z } from "zod";

/** What the labelling page of the harness says about itself, several times a second, in its own request. */
export const pageFactsSchema = z.object({
  /** What stands in the text field. */
  note: z.string().max(10_000),
  /** Longest time in which the page could not run a timer. */
  maxGapMs: z.number(),
  /** Farthest that anything around the frames was scrolled. */
  scrolled: z.number(),
  historyLength: z.number(),
  cookie: z.string(),
  storage: z.string(),
  title: z.string(),
  /** What changed in the page that neither the harness nor React changed. */
  tampered: z.array(z.string()),
  fullscreen: z.boolean(),
  pointerLock: z.boolean(),
  /** Times that a frame asked for the keyboard to be taken back. */
  leaves: z.number(),
  panes: z.array(
    z.object({
      /** Address of the document that this pane was told to show. */
      url: z.string().nullable(),
      state: z.enum(["loading", "ready", "stopped"]),
      stopReason: z.string().nullable(),
      stoppedAfterMs: z.number().nullable(),
      errors: z.array(z.string()),
    }),
  ),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;

/** What the page shows: an address per pane, or null for an empty one. The answer to each of its requests. */
export type PageOrders = { readonly panes: readonly (string | null)[] };

/** Where things are on the page, in CSS px: the harness points and clicks without asking the page. */
export const LAYOUT = {
  width: 1280,
  height: 860,
  field: { x: 20, y: 14, width: 400, height: 32 },
  /** The four panes, two by two. */
  panes: { x: 0, y: 60, width: 640, height: 400 },
  /** Between the edge of a pane's host and its frame: enough for the pointer to be seen on its way in. */
  rim: 4,
  /** A text field in every benign document, from the corner of its pane. */
  benignField: { x: 20, y: 14, width: 300, height: 32 },
} as const;

export const CANARY = { cookie: "session=canary", storage: "canary", title: "Label four interfaces" } as const;

/** How a benign document reports that something reached it: through the shim, as an error of its own. */
export const BENIGN_ALARM = "benign document:";
/** How a benign document reports what was typed into it. */
export const BENIGN_TYPED = `${BENIGN_ALARM} typed `;
/** How the harness learns that a click arrived in a document that waits for one. */
export const CLICK_MARK = "attack clicked";
/** How the harness reads `window.__r` out of a document. */
export const RESULT_MARK = "attack result:";
