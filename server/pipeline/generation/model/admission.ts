import { compareFingerprints, isCopy } from "#server/validator/uniqueness/decision.ts";
import type { Source } from "#sandbox/contract.ts";

import { copyObjection } from "../uniqueness/service.ts";
import { type PrintDeps, printWork } from "../uniqueness/work-prints.ts";
import type { GenerationDeps } from "../ports.ts";
import type { Admission } from "./ports.ts";

/** Refuses what copies a work of the index, or a design that was written for the same problem just before. */
export function createAdmission(deps: PrintDeps & Pick<GenerationDeps, "db">): Admission {
  return {
    problem: (problem) => copyObjection(deps, { kind: "problem", prompts: problem.prompt }, "The problem"),
    async completion(source, others) {
      const siblings = await Promise.all(others.map((other) => isAlike(deps, source, other)));
      if (siblings.includes(true)) return "The same design was written before.";
      return copyObjection(deps, { kind: "completion", files: source.files }, "The design");
    },
  };
}

async function isAlike(deps: PrintDeps, source: Source, other: Source): Promise<boolean> {
  const prints = await Promise.all([source, other].map(({ files }) => printWork(deps, { kind: "completion", files })));
  const [a, b] = prints.map(({ parts }) => parts[0]);
  return a !== undefined && b !== undefined && isCopy(compareFingerprints("completion", a, b));
}
