import type { GenerationDeps } from "../ports.ts";
import { storedSourceSchema } from "../schema.ts";
import { findEqual, listUnindexed, lockIndex, replaceIndexed, type Unindexed } from "./repository.ts";
import { type PrintDeps, type PrintedPart, printWork, type Work } from "./work-prints.ts";

/**
 * Indexes works that were stored before there was an index, or by other rules than today's. They are here already, so
 * none is refused; of several with the same content the first one stands for all.
 * @returns how many works were missing.
 */
export async function indexMissing(deps: PrintDeps & Pick<GenerationDeps, "db" | "objects">): Promise<number> {
  const missing = await listUnindexed(deps.db.sql);
  for (const { subject, ...rest } of missing) {
    const work = await workOf(deps, rest);
    if (work === null) {
      deps.logger.warn({ subject }, "a work whose source is lost cannot be compared with");
      continue;
    }
    const print = await printWork(deps, work);
    await deps.db.withTransaction(async (sql) => {
      await lockIndex(sql, subject.kind);
      const parts: PrintedPart[] = [];
      for (const part of print.parts) {
        if ((await findEqual(sql, subject.kind, part.contentHash, subject.id)) === null) parts.push(part);
      }
      await replaceIndexed(sql, subject, parts);
    });
  }
  return missing.length;
}

async function workOf(deps: Pick<GenerationDeps, "objects">, work: Omit<Unindexed, "subject">): Promise<Work | null> {
  if (work.prompts !== null) return { kind: "problem", prompts: work.prompts };
  const bytes = work.sourceHash === null ? null : await deps.objects.get(work.sourceHash);
  if (!bytes) return null;
  const { files } = storedSourceSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return { kind: "completion", files };
}
