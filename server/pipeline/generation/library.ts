import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Source } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";

import { baseFileSchema, type ProblemFile, problemFileSchema } from "./schema.ts";

/** A bundled design for a problem. */
export type LibraryBase = { slug: string; title: string; steps: Record<string, unknown>; source: Source };
export type LibraryProblem = { file: ProblemFile; bases: LibraryBase[] };

const ENTRIES = ["index.tsx", "index.html"] as const;
const LIBRARY_FOLDER = "library";

export function listLibraryProblems(root = LIBRARY_FOLDER): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, "problem.json")))
    .map((entry) => entry.name)
    .toSorted();
}

/** Reads one problem of the bundled library with all of its bases. */
export function readLibraryProblem(slug: string, root = LIBRARY_FOLDER): LibraryProblem {
  const folder = join(root, slug);
  const file = problemFileSchema.parse(readJson(join(folder, "problem.json")));
  const bases = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readBase(join(folder, entry.name), entry.name))
    .toSorted((a, b) => a.slug.localeCompare(b.slug));
  return { file, bases };
}

function readBase(folder: string, slug: string): LibraryBase {
  const { title, steps } = baseFileSchema.parse(readJson(join(folder, "base.json")));
  const entry = ENTRIES.find((name) => existsSync(join(folder, name)));
  if (!entry) throw new DomainError("invalid", "library.no-entry", `${folder} has neither index.tsx nor index.html.`);
  const source: Source = { entry, files: [{ path: entry, content: readFileSync(join(folder, entry), "utf8") }] };
  return { slug, title, steps, source };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new DomainError("invalid", "library.unreadable", `${path} is missing or not JSON.`, { cause });
  }
}
