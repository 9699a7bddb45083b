import type { Deps } from "#server/platform/deps.ts";

import type { Admission } from "./ports.ts";
import { findProblemByPrompt } from "./problem-repository.ts";

/** Refuses what is there already, word for word. */
export function createAdmission(deps: Pick<Deps, "db">): Admission {
  return {
    async problem(problem) {
      const slug = await findProblemByPrompt(deps.db.sql, problem.prompt.en);
      return slug === null || slug === problem.slug ? null : `The same problem is there as “${slug}”.`;
    },
    async completion(source, others) {
      const [text] = source.files.map((file) => file.content.replaceAll(/\s+/g, " "));
      const repeated = others.some((other) => other.files[0]?.content.replaceAll(/\s+/g, " ") === text);
      return repeated ? "The same design was written before." : null;
    },
  };
}
