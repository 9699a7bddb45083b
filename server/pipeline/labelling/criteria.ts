import { z } from "zod";

/** The questions asked about every completion. A new set gets a new version; labels keep the one they answered. */
export const CRITERIA_VERSION = "2026-11-1";

export const criterionSchema = z.object({
  id: z.string(),
  kind: z.literal("score"),
  min: z.number().int(),
  max: z.number().int(),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** Titles, questions and end labels are in the message catalogues under `criteria.<id>`. */
export const CRITERIA: readonly Criterion[] = [
  { id: "works", kind: "score", min: 1, max: 5 },
  { id: "looks", kind: "score", min: 1, max: 5 },
  { id: "fits", kind: "score", min: 1, max: 5 },
];
