import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { unpackFractions, unpackIntegers } from "#server/pipeline/generation/uniqueness/packed-numbers.ts";
import { compareWithIndex } from "#server/pipeline/generation/uniqueness/service.ts";
import { type PrintedPart, printWork } from "#server/pipeline/generation/uniqueness/work-prints.ts";
import { readLibraryProblem } from "#server/pipeline/generation/library.ts";
import { type Database, openDatabase } from "#server/platform/db.ts";
import { logger } from "#server/platform/logger.ts";
import { startEmbeddedPostgres } from "#server/supervisor/embedded-postgres.ts";
import { migrateDatabase } from "#server/supervisor/migrate.ts";
import { compareFingerprints, strongest } from "#server/validator/uniqueness/decision.ts";
import { cosine } from "#server/validator/uniqueness/local-embedding.ts";

import { closedLoop, type LoadResult } from "./load.ts";
import { fillIndex, printOf, syntheticCompletion, syntheticCopy } from "./uniqueness-fixture.ts";

/** Works that are searched for: half are new, half are copies of something that is there. */
const QUERIES = 200;
/** As alike as the least of the library's re-rendered copies is when it is padded with as much code again, and in other words. */
const COPY_JACCARD = 0.25;
const COPY_COSINE = 0.5;
const WARM_UP_S = 2;

type Query = { part: PrintedPart; copyOf: number | null };
export type UniquenessBench = {
  completions: number;
  search: LoadResult;
  /** Processor time of this process and of PostgreSQL's: what a search takes where nobody else wants the cores. */
  cpuPerSearchMs: number | null;
  scan: LoadResult;
  printing: LoadResult;
  copiesFound: number;
  newRefused: number;
  ratio: number;
  text: string;
};

/** Searches an index of synthetic completions for a new one, as a ratio to comparing it with every stored signature and vector. */
export async function benchUniqueness(
  options: { seconds: number; completions: number },
  { say }: { say: (line: string) => void },
): Promise<UniquenessBench> {
  const dataDir = mkdtempSync(join(tmpdir(), "dojo-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir, password: "bench" });
  const admin = openDatabase({ url: postgres.url, poolSize: 1 });
  await admin.sql("create database bench_uniqueness");
  await admin.close();
  const url = new URL(postgres.url);
  url.pathname = "/bench_uniqueness";
  await migrateDatabase(url.toString());
  const db = openDatabase({ url: url.toString(), poolSize: 1 });
  try {
    await fillIndex(db, options.completions, say);
    return await measure(db, options, say);
  } finally {
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(
  db: Database,
  { seconds, completions }: { seconds: number; completions: number },
  say: (line: string) => void,
): Promise<UniquenessBench> {
  const queries = makeQueries(completions);
  const outcome = await askOnce(db, queries);
  const inTurn = (run: (query: Query) => Promise<unknown>) => {
    let next = 0;
    return async () => {
      const query = queries[next++ % queries.length];
      if (query) await run(query);
      return true;
    };
  };
  const search = inTurn(({ part }) => compareWithIndex(db.sql, { kind: "completion", parts: [part] }, null));
  say(`searching for ${seconds} s …`);
  await closedLoop([null], WARM_UP_S, search);
  const cpuBefore = await cpuMs(db);
  const searched = await closedLoop([null], seconds, search);
  const searchCpuMs = cpuBefore === null ? null : ((await cpuMs(db)) ?? cpuBefore) - cpuBefore;
  say(`scanning for ${seconds} s …`);
  const scanned = await closedLoop(
    [null],
    seconds,
    inTurn(({ part }) => scanAll(db, part)),
  );
  const printing = await measurePrinting(Math.min(seconds, WARM_UP_S));
  const ratio = scanned.p50Ms / searched.p50Ms;
  const cpuPerSearchMs = searchCpuMs === null ? null : searchCpuMs / searched.cycles;
  const result = { completions, search: searched, cpuPerSearchMs, scan: scanned, printing, ...outcome, ratio };
  return { ...result, text: report(result) };
}

const TICK_MS = 10;

/** Processor time spent so far by this process and by its one connection's backend; null where it cannot be read. */
async function cpuMs(db: Database): Promise<number | null> {
  const [backend] = await db.sql<{ pid: number }>("select pg_backend_pid() as pid");
  const path = `/proc/${backend?.pid}/stat`;
  if (!existsSync(path)) return null;
  // Fields 14 and 15, counted after the name in brackets: user and system time in ticks.
  const fields = readFileSync(path, "utf8").split(") ")[1]?.split(" ") ?? [];
  const { user, system } = process.cpuUsage();
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS + (user + system) / 1_000;
}

function makeQueries(completions: number): Query[] {
  return Array.from({ length: QUERIES }, (_, index) => {
    const copyOf = index % 2 === 0 ? null : (index * 7_919) % completions;
    const raw =
      copyOf === null ? syntheticCompletion(completions + index) : syntheticCopy(copyOf, COPY_JACCARD, COPY_COSINE);
    return { part: printOf(raw, `query${index}`), copyOf };
  });
}

/** Whether the answers are right: speed of a search that finds nothing is worth nothing. */
async function askOnce(db: Database, queries: readonly Query[]) {
  let copiesFound = 0;
  let newRefused = 0;
  for (const { part, copyOf } of queries) {
    const { unique, nearest } = await compareWithIndex(db.sql, { kind: "completion", parts: [part] }, null);
    if (copyOf === null) newRefused += unique ? 0 : 1;
    else if (nearest?.subject.id.endsWith(String(copyOf).padStart(12, "0"))) copiesFound++;
  }
  return { copiesFound: copiesFound / (queries.length / 2), newRefused: newRefused / (queries.length / 2) };
}

const PAGE = 5_000;

/** The baseline: every signature and vector is read and compared. */
async function scanAll(db: Database, part: PrintedPart): Promise<void> {
  const [mine] = part.vectors;
  for (let after = -1, more = true; more; ) {
    const rows = await db.sql<{ id: number; shingles: number; signature: Uint8Array; vector: Uint8Array }>(
      `select f.id, f.shingles, s.signature, e.vector from fingerprint f join fingerprint_signature s on s.fingerprint_id = f.id join embedding e on e.fingerprint_id = f.id
       where f.id > $1 order by f.id limit ${PAGE}`,
      [after],
      "bench-scan",
    );
    strongest(
      rows.flatMap((row) => {
        const signature = unpackIntegers(row.signature);
        const vector = unpackFractions(row.vector);
        return [
          compareFingerprints("completion", part, { shingles: row.shingles, signature }),
          { measure: "embedding", similarity: mine ? cosine(mine.vector, vector) : 0, limit: 1 } as const,
        ];
      }),
    );
    after = rows.at(-1)?.id ?? after;
    more = rows.length === PAGE;
  }
}

/** What comes before the search: taking the fingerprints of a real interface. */
async function measurePrinting(seconds: number): Promise<LoadResult> {
  const [base] = readLibraryProblem("bill-splitter").bases;
  if (!base) throw new Error("the library has no base");
  return closedLoop([null], seconds, async () => {
    await printWork({ logger }, { kind: "completion", files: base.source.files });
    return true;
  });
}

function report(bench: Omit<UniquenessBench, "text">): string {
  const line = (name: string, r: LoadResult) =>
    `${name.padEnd(12)} p50 ${r.p50Ms.toFixed(1).padStart(8)} ms   p99 ${r.p99Ms.toFixed(1).padStart(8)} ms   (${r.cycles} times)`;
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  return [
    `${bench.completions} completions`,
    `${line("search", bench.search)}${bench.cpuPerSearchMs === null ? "" : `, ${bench.cpuPerSearchMs.toFixed(1)} ms of processor time each`}`,
    line("scan of all", bench.scan),
    line("printing", bench.printing),
    `copies found ${percent(bench.copiesFound)}, new works refused ${percent(bench.newRefused)}`,
    `ratio        the search is ${bench.ratio.toFixed(0)} times as fast as the scan`,
  ].join("\n");
}
