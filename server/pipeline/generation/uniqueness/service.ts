import { DomainError } from "#server/errors.ts";
import type { Database, Sql } from "#server/platform/db.ts";
import {
  type Comparison,
  compareFingerprints,
  isCopy,
  type Measure,
  strongest,
} from "#server/validator/uniqueness/decision.ts";
import { FINGERPRINT_VERSION, type WorkKind } from "#server/validator/uniqueness/fingerprint.ts";
import { cosine } from "#server/validator/uniqueness/local-embedding.ts";

import {
  findEqual,
  findSimilarFingerprints,
  findSimilarVectors,
  listIndexed,
  lockIndex,
  nameOf,
  replaceIndexed,
  type Subject,
} from "./repository.ts";
import { type PrintDeps, type PrintedPart, printWork, type Work, type WorkPrint } from "./work-prints.ts";

/** Another work, how alike it is, and by which measure. */
export type Neighbour = Comparison & { readonly subject: Subject };

/** What the index says of a work: the nearest neighbour, if any shares anything with it. */
export type Uniqueness =
  | { readonly unique: true; readonly nearest: Neighbour | null }
  | { readonly unique: false; readonly nearest: Neighbour };

/** Whether a work is one of its own. Only an answer: `indexSubject` asks again where nobody can come in between. */
export async function checkUnique(
  deps: PrintDeps & { readonly db: Pick<Database, "sql"> },
  work: Work,
  own: Subject | null = null,
): Promise<Uniqueness> {
  return compareWithIndex(deps.db.sql, await printWork(deps, work), own);
}

/** Why a work that is not stored yet may not be, in a sentence that names what it copies; null when it may. */
export async function copyObjection(
  deps: PrintDeps & { readonly db: Pick<Database, "sql"> },
  work: Work,
  name: string,
): Promise<string | null> {
  const { unique, nearest } = await checkUnique(deps, work);
  return unique ? null : refusal(name, nearest, await nameOf(deps.db.sql, nearest.subject)).message;
}

/** Compares a work with everything that the index holds of its kind, except itself. */
export async function compareWithIndex(sql: Sql, print: WorkPrint, own: Subject | null): Promise<Uniqueness> {
  const found: Neighbour[] = [];
  for (const part of print.parts) found.push(...(await neighboursOf(sql, print.kind, part, own?.id ?? null)));
  const nearest = strongest(found);
  return nearest && isCopy(nearest) ? { unique: false, nearest } : { unique: true, nearest };
}

async function neighboursOf(sql: Sql, kind: WorkKind, part: PrintedPart, own: string | null): Promise<Neighbour[]> {
  const equal = await findEqual(sql, kind, part.contentHash, own);
  if (equal !== null) return [{ subject: { kind, id: equal }, measure: "exact", similarity: 1, limit: 1 }];
  const found: Neighbour[] = [];
  for (const other of await findSimilarFingerprints(sql, kind, part, own)) {
    found.push({ subject: { kind, id: other.id }, ...compareFingerprints(kind, part, other) });
  }
  for (const vector of part.vectors) {
    for (const other of await findSimilarVectors(sql, kind, vector, own)) {
      const similarity = cosine(vector.vector, other.vector);
      found.push({ subject: { kind, id: other.id }, measure: "embedding", similarity, limit: vector.cosineCopy });
    }
  }
  return found;
}

/**
 * Puts a work into the index, in the transaction that stores the work, or refuses it. What the index holds already of the
 * same content is left as it is and not judged again.
 * @param name of the work, for the sentence of a refusal.
 * @throws {DomainError} `uniqueness.exact-copy`, `uniqueness.near-copy` or `uniqueness.same-wording`.
 */
export async function indexSubject(sql: Sql, subject: Subject, print: WorkPrint, name: string): Promise<void> {
  await lockIndex(sql, subject.kind);
  if (await isIndexed(sql, subject, print)) return;
  const { unique, nearest } = await compareWithIndex(sql, print, subject);
  if (!unique) throw refusal(name, nearest, await nameOf(sql, nearest.subject));
  await replaceIndexed(sql, subject, print.parts);
}

async function isIndexed(sql: Sql, subject: Subject, print: WorkPrint): Promise<boolean> {
  const indexed = await listIndexed(sql, subject);
  return (
    indexed.length === print.parts.length &&
    print.parts.every((part) =>
      indexed.some(
        (row) =>
          row.part === part.part &&
          row.contentHash === part.contentHash &&
          row.version === FINGERPRINT_VERSION &&
          part.vectors.every(({ space }) => row.spaces.includes(space)),
      ),
    )
  );
}

const CODES: Record<Measure, string> = {
  exact: "uniqueness.exact-copy",
  fingerprint: "uniqueness.near-copy",
  embedding: "uniqueness.same-wording",
};

function refusal(name: string, { measure, similarity, limit }: Neighbour, neighbour: string): DomainError {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const reasons: Record<Measure, string> = {
    exact: `${name} has the same content as ${neighbour}.`,
    fingerprint: `${name} is too much like ${neighbour}: ${percent(similarity)} of the shorter one is in both, and from ${percent(limit)} on it is a copy.`,
    embedding: `${name} says nearly the same as ${neighbour}: their wording has a similarity of ${similarity.toFixed(2)}, and from ${limit.toFixed(2)} on it is a copy.`,
  };
  return new DomainError("conflict", CODES[measure], reasons[measure]);
}
