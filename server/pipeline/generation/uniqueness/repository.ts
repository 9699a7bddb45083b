import { only, type Sql } from "#server/platform/db.ts";
import { FINGERPRINT_VERSION, type WorkKind } from "#server/validator/uniqueness/fingerprint.ts";

import { pack, unpackFractions, unpackIntegers } from "./packed-numbers.ts";
import type { PrintedPart, PrintedVector } from "./work-prints.ts";

/** A problem or completion that the index knows. */
export type Subject = { readonly kind: WorkKind; readonly id: string };

/** Candidates that are compared in full. Their order in the sketch is nearly that of the signatures. */
const CANDIDATES = 64;

/** The column of a kind's id. */
const ID_COLUMN = { problem: "problem_id", completion: "completion_id" } as const;

/**
 * Makes everybody else who wants to index a work of this kind wait until this transaction has ended. Two copies that arrive
 * together would otherwise both find nothing. It is one lock for the whole kind, because two works that are alike need not
 * share any particular band; what it guards takes milliseconds, and is taken last.
 */
export async function lockIndex(sql: Sql, kind: WorkKind): Promise<void> {
  await sql("select pg_advisory_xact_lock(hashtext('uniqueness'), hashtext($1))", [kind]);
}

/** A work with exactly this content. */
export async function findEqual(
  sql: Sql,
  kind: WorkKind,
  contentHash: string,
  own: string | null,
): Promise<string | null> {
  const column = ID_COLUMN[kind];
  const rows = await sql<{ id: string }>(
    `select ${column} as id from fingerprint where kind = $1 and content_hash = $2 and ${column} is distinct from $3::uuid`,
    [kind, contentHash, own],
    `uniqueness-equal-${kind}`,
  );
  return rows[0]?.id ?? null;
}

export type SimilarFingerprint = { id: string; shingles: number; signature: Uint32Array };

/** Works that share a band with this part, the most alike by their sketches first. */
export async function findSimilarFingerprints(
  sql: Sql,
  kind: WorkKind,
  part: Pick<PrintedPart, "bands" | "sketch">,
  own: string | null,
): Promise<SimilarFingerprint[]> {
  const column = ID_COLUMN[kind];
  const rows = await sql<{ id: string; shingles: number; signature: Uint8Array }>(
    `select near.${column} as id, near.shingles, s.signature
     from (
       select id, ${column}, shingles,
              bit_count(~(sketch_low # $5::bit(256)) & ~(sketch_high # $6::bit(256))) as agreeing from fingerprint
       where bands && $1::int[] and kind = $2 and version = $3 and ${column} is distinct from $4::uuid
       order by agreeing desc limit ${CANDIDATES}
     ) near join fingerprint_signature s on s.fingerprint_id = near.id order by near.agreeing desc`,
    [part.bands, kind, FINGERPRINT_VERSION, own, part.sketch.low, part.sketch.high],
    `uniqueness-fingerprints-${kind}`,
  );
  return rows.map((row) => ({ ...row, signature: unpackIntegers(row.signature) }));
}

export type SimilarVector = { id: string; vector: Float32Array };

/** Works whose vector shares a band with this one, the fewest differing signs first. */
export async function findSimilarVectors(
  sql: Sql,
  kind: WorkKind,
  vector: Pick<PrintedVector, "space" | "signs" | "bands">,
  own: string | null,
): Promise<SimilarVector[]> {
  const column = ID_COLUMN[kind];
  const rows = await sql<{ id: string; vector: Uint8Array }>(
    `select f.${column} as id, near.vector
     from (
       select fingerprint_id, vector, bit_count(signs # $3::bit(576)) as differing from embedding
       where bands && $1::int[] and embedder = $2 order by differing limit ${CANDIDATES}
     ) near join fingerprint f on f.id = near.fingerprint_id
     where f.kind = $4 and f.${column} is distinct from $5::uuid order by near.differing`,
    [vector.bands, vector.space, vector.signs, kind, own],
    `uniqueness-vectors-${kind}`,
  );
  return rows.map((row) => ({ id: row.id, vector: unpackFractions(row.vector) }));
}

/** What the index holds of a work: part, content, version, and who has read it. */
export async function listIndexed(
  sql: Sql,
  subject: Subject,
): Promise<{ part: string; contentHash: string; version: string; spaces: string[] }[]> {
  return sql(
    `select part, content_hash as "contentHash", version,
            array(select embedder from embedding where fingerprint_id = id) as spaces
     from fingerprint where ${ID_COLUMN[subject.kind]} = $1`,
    [subject.id],
  );
}

export type Unindexed = { subject: Subject; prompts: Record<string, string> | null; sourceHash: string | null };

/** Problems and bases without fingerprints of today's version. */
export async function listUnindexed(sql: Sql): Promise<Unindexed[]> {
  const problems = await sql<{ id: string; prompts: Record<string, string> }>(
    `select id, prompts from problem p
     where not exists (select 1 from fingerprint f where f.problem_id = p.id and f.version = $1) order by created_at, id`,
    [FINGERPRINT_VERSION],
  );
  const bases = await sql<{ id: string; sourceHash: string }>(
    `select id, source_hash as "sourceHash" from completion c
     where base_id is null and not exists (select 1 from fingerprint f where f.completion_id = c.id and f.version = $1)
     order by created_at, id`,
    [FINGERPRINT_VERSION],
  );
  return [
    ...problems.map(({ id, prompts }) => ({ subject: { kind: "problem" as const, id }, prompts, sourceHash: null })),
    ...bases.map(({ id, sourceHash }) => ({ subject: { kind: "completion" as const, id }, prompts: null, sourceHash })),
  ];
}

/** Puts a work into the index in place of what the index held of it. */
export async function replaceIndexed(sql: Sql, subject: Subject, parts: readonly PrintedPart[]): Promise<void> {
  const column = ID_COLUMN[subject.kind];
  await sql(`delete from fingerprint where ${column} = $1`, [subject.id]);
  for (const part of parts) {
    const { id } = only(
      await sql<{ id: number }>(
        `insert into fingerprint
           (kind, ${column}, part, version, content_hash, shingles, sketch_low, sketch_high, bands)
         values ($1, $2, $3, $4, $5, $6, $7::bit(256), $8::bit(256), $9::int[]) returning id`,
        [
          subject.kind,
          subject.id,
          part.part,
          FINGERPRINT_VERSION,
          part.contentHash,
          part.shingles,
          part.sketch.low,
          part.sketch.high,
          part.bands,
        ],
      ),
      "The fingerprint",
    );
    await sql("insert into fingerprint_signature (fingerprint_id, signature) values ($1, $2)", [
      id,
      pack(part.signature),
    ]);
    for (const { space, vector, signs, bands } of part.vectors) {
      await sql(
        `insert into embedding (fingerprint_id, embedder, vector, signs, bands) values ($1, $2, $3, $4::bit(576), $5::int[])`,
        [id, space, pack(vector), signs, bands],
      );
    }
  }
}

/** How people know a work: the problem's slug, or the completion's title and its problem's slug. */
export async function nameOf(sql: Sql, subject: Subject): Promise<string> {
  if (subject.kind === "problem") {
    const rows = await sql<{ slug: string }>("select slug from problem where id = $1", [subject.id]);
    return `the problem “${only(rows, "The problem").slug}”`;
  }
  const { title, slug } = only(
    await sql<{ title: string; slug: string }>(
      "select c.title, p.slug from completion c join problem p on p.id = c.problem_id where c.id = $1",
      [subject.id],
    ),
    "The completion",
  );
  return `“${title}” of “${slug}”`;
}
