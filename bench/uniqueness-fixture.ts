import { pack } from "#server/pipeline/generation/uniqueness/packed-numbers.ts";
import { localEmbedder } from "#server/pipeline/generation/uniqueness/local-embedder.ts";
import type { PrintedPart } from "#server/pipeline/generation/uniqueness/work-prints.ts";
import type { Database } from "#server/platform/db.ts";
import type { Rng } from "#server/validator/chance/rng.ts";
import { deriveSeed, seededRng } from "#server/validator/simulation/seeded-rng.ts";
import { bandSeed, FINGERPRINT_VERSION } from "#server/validator/uniqueness/fingerprint.ts";
import { mix32 } from "#server/validator/uniqueness/hash32.ts";
import { hyperplaneSigns, vectorBands } from "#server/validator/uniqueness/hyperplanes.ts";
import { LOCAL_DIMENSIONS, normalised } from "#server/validator/uniqueness/local-embedding.ts";
import { minhashSignature, signatureBands, signatureSketch } from "#server/validator/uniqueness/minhash.ts";

/**
 * Synthetic completions whose likeness is that of the library's bases: resemblance of unrelated ones about 0.02 (0.045 at the
 * 95th percentile), of one problem 0.05; cosines 0.12 and 0.6. A set is made of shingles that everybody uses, those of a way
 * of writing, those of the problem, and its own.
 */
const COMPLETIONS_PER_PROBLEM = 100;
const STYLES = 8;
const SHINGLES = 1_450;
const OWN_SHINGLES = 940;
const POOLS = {
  everybody: { size: 4_000, chance: (rank: number) => Math.min(0.6, 45 / rank) },
  style: { size: 300, chance: () => 0.45 },
  problem: { size: 300, chance: () => 0.5 },
} as const;
const COSINE_UNRELATED = 0.12;
const COSINE_SAME_PROBLEM = 0.6;

type Raw = { signature: Uint32Array; vector: Float32Array };

/** Completion `n` of the collection: the same every time. */
export function syntheticCompletion(n: number): Raw {
  const rng = seededRng(deriveSeed(1, "completion", n));
  const problem = Math.floor(n / COMPLETIONS_PER_PROBLEM);
  const set: number[] = [];
  const draw = (pool: keyof typeof POOLS, which: number) => {
    for (let rank = 1; rank <= POOLS[pool].size; rank++) {
      if (rng() < POOLS[pool].chance(rank)) set.push(mix32(mix32(which * 7 + pool.length) + rank));
    }
  };
  draw("everybody", 0);
  draw("style", Math.floor(rng() * STYLES));
  draw("problem", problem);
  const signature = minhashSignature(set);
  lowerByOwnInPlace(signature, rng, OWN_SHINGLES);
  const vector = mixed([
    [Math.sqrt(COSINE_UNRELATED), EVERYBODY],
    [Math.sqrt(COSINE_SAME_PROBLEM - COSINE_UNRELATED), gaussian(seededRng(deriveSeed(1, "problem", problem)))],
    [Math.sqrt(1 - COSINE_SAME_PROBLEM), gaussian(rng)],
  ]);
  return { signature, vector };
}

/** A copy that has kept so much of completion `n`: positions of the signature agree as often as the resemblance says. */
export function syntheticCopy(n: number, jaccard: number, cosine: number): Raw {
  const original = syntheticCompletion(n);
  const rng = seededRng(deriveSeed(2, "copy", n));
  const others = new Uint32Array(original.signature.length).fill(0xffffffff);
  lowerByOwnInPlace(others, rng, SHINGLES);
  const signature = original.signature.map((value, index) => (rng() < jaccard ? value : (others[index] ?? 0)));
  const vector = mixed([
    [cosine, original.vector],
    [Math.sqrt(1 - cosine * cosine), gaussian(rng)],
  ]);
  return { signature, vector };
}

/** The least of `count` uniform hashes, drawn at once instead of one by one: the same distribution. */
function lowerByOwnInPlace(signature: Uint32Array, rng: Rng, count: number): void {
  for (const [index, value] of signature.entries()) {
    const least = Math.floor(2 ** 32 * (1 - (1 - rng()) ** (1 / count)));
    if (least < value) signature[index] = least;
  }
}

function mixed(parts: readonly (readonly [weight: number, direction: Float32Array])[]): Float32Array {
  const sum = new Float32Array(LOCAL_DIMENSIONS);
  for (const [weight, direction] of parts) {
    for (const [index, value] of direction.entries()) sum[index] = (sum[index] ?? 0) + weight * value;
  }
  return normalised(sum) ?? sum;
}

/** A random direction. */
function gaussian(rng: Rng): Float32Array {
  const values = Float32Array.from({ length: LOCAL_DIMENSIONS }, () => {
    return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
  });
  return normalised(values) ?? values;
}

/** What all synthetic completions say. */
const EVERYBODY = gaussian(seededRng(deriveSeed(1, "everybody")));

/** What the index needs of a synthetic completion. */
export function printOf({ signature, vector }: Raw, contentHash: string): PrintedPart {
  const signs = hyperplaneSigns(vector);
  const { space, cosineCopy } = localEmbedder;
  const bands = vectorBands(signs, bandSeed("completion", space));
  return {
    part: "source",
    contentHash,
    shingles: SHINGLES,
    signature,
    sketch: signatureSketch(signature),
    bands: signatureBands(signature, bandSeed("completion", FINGERPRINT_VERSION)),
    vectors: [{ space, cosineCopy: cosineCopy.completion, vector, signs, bands }],
  };
}

const BATCH = 1_000;
const UUID_OF_N = "('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid";

/** Fills the index with `count` completions, as sets; indexes are made when the rows are there. */
export async function fillIndex(db: Database, count: number, say: (line: string) => void): Promise<void> {
  const indexes = await db.sql<{ name: string; def: string }>(
    "select indexname as name, indexdef as def from pg_indexes where indexname in ('fingerprint_bands_idx', 'embedding_bands_idx')",
  );
  for (const { name } of indexes) await db.sql(`drop index "${name}"`);
  await db.sql(
    `insert into problem (id, slug, kind, origin, persona, skill, prompts, checks, content_hash)
     select ${UUID_OF_N}, 'bench-' || n, 'tool', 'library', 'p', 's', '{}', '[]', 'x' from generate_series(0, $1) n`,
    [Math.ceil(count / COMPLETIONS_PER_PROBLEM)],
  );
  await db.sql(
    `insert into completion (id, problem_id, origin, title, source_hash, document_hash)
     select ${UUID_OF_N}, ('00000000-0000-4000-8000-' || lpad((n / $2)::text, 12, '0'))::uuid, 'library', 'Bench ' || n, 's' || n, 'd' || n
     from generate_series(0, $1 - 1) n`,
    [count, COMPLETIONS_PER_PROBLEM],
  );
  for (let from = 0; from < count; from += BATCH) {
    await insertBatch(db, from, Math.min(count, from + BATCH));
    if ((from / BATCH) % 10 === 9) say(`${from + BATCH} completions …`);
  }
  for (const { def } of indexes) await db.sql(def);
  await db.sql("analyze fingerprint, fingerprint_signature, embedding");
}

async function insertBatch(db: Database, from: number, to: number): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, index) => rowOf(from + index));
  await db.sql(
    `with given as (
       select * from json_to_recordset($1::json) as g(
         n int, low text, high text, signature text, bands int[], vector text, signs text, vector_bands int[])
     ), stored as (
       insert into fingerprint (id, kind, completion_id, part, version, content_hash, shingles, sketch_low, sketch_high, bands)
       select n, 'completion', ${UUID_OF_N}, 'source', $2, 'c' || n, $3, low::bit(256), high::bit(256), bands
       from given
     ), signed as (
       insert into fingerprint_signature (fingerprint_id, signature) select n, decode(signature, 'hex') from given
     )
     insert into embedding (fingerprint_id, embedder, vector, signs, bands)
     select n, $4, decode(vector, 'hex'), signs::bit(576), vector_bands from given`,
    [JSON.stringify(rows), FINGERPRINT_VERSION, SHINGLES, localEmbedder.space],
  );
}

function rowOf(n: number) {
  const part = printOf(syntheticCompletion(n), `c${n}`);
  const [vector] = part.vectors;
  if (!vector) throw new Error("a synthetic completion has a vector");
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  return {
    n,
    low: part.sketch.low,
    high: part.sketch.high,
    signature: hex(pack(part.signature)),
    bands: part.bands,
    vector: hex(pack(vector.vector)),
    signs: vector.signs,
    vector_bands: vector.bands,
  };
}
