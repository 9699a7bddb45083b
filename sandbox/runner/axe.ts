import { z } from "zod";

import type { Signals } from "#sandbox/contract.ts";

import { ProbeFailed } from "./document-frame.ts";
import type { DocumentFrame } from "./document-frame.ts";
import { LIMITS } from "./limits.ts";

const violationsSchema = z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.number().int() }));

/** WCAG 2.0, 2.1 and 2.2, levels A and AA. `preload` would fetch style sheets; only counts come back. */
const RUN = `axe.run(document, {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  resultTypes: ["violations"], elementRef: false, iframes: false, preload: false, performanceTimer: false,
}).then((result) => result.violations.map(({ id, impact, nodes }) => ({ id, impact: impact ?? null, nodes: nodes.length })))`;

/** Accessibility violations of the document as it now stands. 100 CPU-ms to load axe, 50 to 200 to run it. */
export async function runAxe(frame: DocumentFrame, source: string): Promise<Signals["axe"]> {
  try {
    await frame.run(`${source};0`, LIMITS.axeMs);
    return violationsSchema.parse(await frame.run(RUN, LIMITS.axeMs));
  } catch (error) {
    if (!(error instanceof ProbeFailed)) throw error;
    // An empty list would say that there is nothing to mend.
    return [{ id: "not-examined", impact: null, nodes: 1 }];
  }
}
