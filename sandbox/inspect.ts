import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";

import { z } from "zod";

import { checkStepSchema, interactionCheckSchema } from "./contract.ts";
import type { Finding, InteractionCheck, Source, Verification } from "./contract.ts";
import { buildDocument } from "./documents/build-document.ts";
import { createCompiler } from "./documents/compiler.ts";
import { createDiskObjectStore } from "./object-store.ts";
import type { ObjectStore } from "./object-store.ts";
import { createVerifier } from "./runner/verifier.ts";
import type { Verifier } from "./runner/verifier.ts";
import { startDocumentServer } from "./server/document-server.ts";

/**
 * Builds and verifies interfaces of the library from the command line, for their authors:
 *
 *     node --import tsx sandbox/inspect.ts library/kanban-board/night-list
 *     node --import tsx sandbox/inspect.ts library/kanban-board --fast
 */
const USAGE = `Usage: node --import tsx sandbox/inspect.ts PATH… [options]

  PATH          library/<problem>/<base>, or library/<problem> for all of its bases, or library for everything
  --out DIR     where the screenshots go (default .cache/inspect/<problem>-<base>)
  --check ID    run only this check (may be given several times)
  --fast        no axe, only 1280 px
  --json        one JSON array on stdout instead of tables
`;

const APP_ORIGIN = "http://localhost:3000";
const CACHE = ".cache/inspect";

const problemSchema = z.looseObject({ checks: z.array(interactionCheckSchema) });
const baseSchema = z.looseObject({
  title: z.string().optional(),
  /** Steps that replace those of the problem, by check id: where a design is operated differently. */
  steps: z.record(z.string(), z.array(checkStepSchema).min(1)).default({}),
});

type Base = {
  readonly name: string;
  readonly dir: string;
  readonly source: Source;
  readonly checks: readonly InteractionCheck[];
};
type Inspection = {
  readonly base: string;
  readonly findings: readonly Finding[];
  readonly verification: Verification | null;
  readonly screenshots: Readonly<Record<string, string>>;
};
type Options = { readonly out?: string; readonly only: readonly string[]; readonly fast: boolean };

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parseFile<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} is not valid:\n${z.prettifyError(parsed.error)}`);
}

function entryOf(dir: string): Source["entry"] | null {
  if (existsSync(join(dir, "index.tsx"))) return "index.tsx";
  return existsSync(join(dir, "index.html")) ? "index.html" : null;
}

function sourceOf(dir: string, entry: Source["entry"]): Source {
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" }).toSorted();
  const files = names.filter((name) => name !== "base.json" && statSync(join(dir, name)).isFile());
  return { entry, files: files.map((path) => ({ path, content: readFileSync(join(dir, path), "utf8") })) };
}

function readBase(dir: string, entry: Source["entry"]): Base {
  const problem = parseFile(join(dirname(dir), "problem.json"), problemSchema);
  const { steps } = parseFile(join(dir, "base.json"), baseSchema);
  const unknown = Object.keys(steps).filter((id) => !problem.checks.some((check) => check.id === id));
  if (unknown.length > 0)
    throw new Error(`${dir}/base.json has steps for checks that do not exist: ${unknown.join(", ")}`);
  const checks = problem.checks.map((check) => ({ ...check, steps: steps[check.id] ?? check.steps }));
  return { name: `${basename(dirname(dir))}/${basename(dir)}`, dir, source: sourceOf(dir, entry), checks };
}

/** All bases at or below a folder. */
function basesBelow(path: string): Base[] {
  const dir = resolve(path);
  if (!existsSync(dir)) throw new Error(`${path} does not exist.`);
  const entry = entryOf(dir);
  if (entry) return [readBase(dir, entry)];
  const folders = readdirSync(dir, { withFileTypes: true }).filter((item) => item.isDirectory());
  return folders.flatMap((folder) => basesBelow(join(dir, folder.name)));
}

async function saveScreenshots(base: Base, verification: Verification, objects: ObjectStore, out?: string) {
  const dir = out ?? join(CACHE, base.name.replace("/", "-"));
  const written: Record<string, string> = {};
  for (const [viewport, hash] of Object.entries(verification.signals?.screenshots ?? {})) {
    const bytes = await objects.get(hash);
    if (!bytes) continue;
    mkdirSync(dir, { recursive: true });
    const path = join(dir, `${viewport}.png`);
    writeFileSync(path, bytes);
    written[viewport] = path;
  }
  return written;
}

type Tools = {
  readonly objects: ObjectStore;
  readonly verifier: Verifier;
  readonly compiler: ReturnType<typeof createCompiler>;
};

async function inspect(base: Base, tools: Tools, options: Options): Promise<Inspection> {
  const built = await buildDocument({ source: base.source }, tools);
  if (!built.ok) return { base: base.name, findings: built.findings, verification: null, screenshots: {} };
  const { only, fast, out } = options;
  const verification = await tools.verifier.verify({
    documentHash: built.documentHash,
    checks: base.checks.filter((check) => only.length === 0 || only.includes(check.id)),
    viewports: fast ? [1280] : [375, 768, 1280],
    axe: !fast,
    wallMs: 60_000,
  });
  const screenshots = await saveScreenshots(base, verification, tools.objects, out);
  return { base: base.name, findings: [], verification, screenshots };
}

function percent(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)} %`;
}

function signalLines({ signals }: Verification): string[] {
  if (!signals) return [];
  const overflow = Object.entries(signals.overflowPx).map(([width, px]) => `${width}: ${px}`);
  const passed = signals.checks.filter((check) => check.passed).length;
  return [
    `  errors    ${signals.errors.length === 0 ? "none" : ""}`,
    ...signals.errors.map((error) => `            ✗ ${error}`),
    `  content   ${signals.textLength} characters, ${signals.nodeCount} elements, ${signals.controlCount} controls`,
    `  overflow  ${overflow.join(", ")} px`,
    `  idle CPU  ${percent(signals.idleCpu)}   loaded in ${signals.loadMs} ms`,
    `  axe       ${signals.axe.length === 0 ? "no violations" : ""}`,
    ...signals.axe.map(({ id, impact, nodes }) => `            ✗ ${id} (${impact ?? "unrated"}) × ${nodes}`),
    `  checks    ${passed} of ${signals.checks.length} passed`,
    ...signals.checks.flatMap(({ id, weight, passed: ok, message }) => [
      `            ${ok ? "✓" : "✗"} ${id} (weight ${weight})`,
      ...(message === null ? [] : [`                ${message}`]),
    ]),
  ];
}

function report({ base, findings, verification, screenshots }: Inspection): string {
  const lines = [base];
  if (!verification) {
    lines.push("  build     refused");
    for (const { code, message, file, line } of findings) {
      lines.push(`            ✗ ${code}${file ? ` ${file}${line ? `:${line}` : ""}` : ""}: ${message}`);
    }
    return lines.join("\n");
  }
  lines.push(`  verdict   ${verification.verdict}${verification.reason ? `: ${verification.reason}` : ""}`);
  lines.push(...signalLines(verification));
  lines.push(`  cost      ${verification.cpuMs ?? "?"} CPU-ms, ${verification.wallMs} ms in all`);
  lines.push(...Object.values(screenshots).map((path) => `  picture   ${relative(".", path)}`));
  return lines.join("\n");
}

/** Nothing to mend: it builds, shows itself, does what its checks say and reports no error. */
function isClean({ verification }: Inspection): boolean {
  const signals = verification?.signals;
  if (verification?.verdict !== "pass" || !signals) return false;
  return signals.errors.length === 0 && signals.checks.every((check) => check.passed);
}

async function withTools<T>(work: (tools: Tools) => Promise<T>): Promise<T> {
  const objects = createDiskObjectStore(join(CACHE, "objects"));
  const documents = await startDocumentServer({ port: 0, appOrigin: APP_ORIGIN, objects });
  const compiler = createCompiler({ cacheDir: join(CACHE, "vendor") });
  try {
    const verifier = await createVerifier({
      documentPort: documents.port,
      objects,
      appOrigin: APP_ORIGIN,
      concurrency: 2,
    });
    try {
      return await work({ objects, verifier, compiler });
    } finally {
      await verifier.close();
    }
  } finally {
    compiler.close();
    await documents.close();
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: "string" },
      check: { type: "string", multiple: true },
      fast: { type: "boolean" },
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help || positionals.length === 0) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const bases = positionals.flatMap(basesBelow);
  if (bases.length === 0) throw new Error("There is no base (a folder with index.tsx or index.html) at this path.");
  const options: Options = {
    only: values.check ?? [],
    fast: values.fast ?? false,
    ...(values.out === undefined ? {} : { out: values.out }),
  };
  const results = await withTools((tools) =>
    Promise.all(
      bases.map(async (base) => {
        // Several pictures of one width cannot lie in one folder.
        const out =
          options.out !== undefined && bases.length > 1 ? join(options.out, base.name.replace("/", "-")) : options.out;
        const result = await inspect(base, tools, { ...options, ...(out === undefined ? {} : { out }) });
        if (!values.json) process.stdout.write(`${report(result)}\n\n`);
        return result;
      }),
    ),
  );
  if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return results.every(isClean) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`inspect: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
