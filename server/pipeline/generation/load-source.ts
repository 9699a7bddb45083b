import type { Source } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";

import type { GenerationDeps } from "./ports.ts";
import { storedSourceSchema } from "./schema.ts";

/** The source files of a completion, from the object store. */
export async function loadSource(deps: Pick<GenerationDeps, "objects">, sourceHash: string): Promise<Source> {
  const bytes = await deps.objects.get(sourceHash);
  if (!bytes) throw new DomainError("unavailable", "object.missing", `The object store has lost ${sourceHash}.`);
  return storedSourceSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
