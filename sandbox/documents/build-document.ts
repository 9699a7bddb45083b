import { join } from "node:path";

import { SOURCE_BYTES_MAX, buildRequestSchema } from "#sandbox/contract.ts";
import type { BuildRequest, BuildResult } from "#sandbox/contract.ts";
import { readSandboxEnv } from "#sandbox/env.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";

import { createCompiler } from "./compiler.ts";
import type { Compiler } from "./compiler.ts";

export type BuildDeps = {
  readonly objects: ObjectStore;
  /** One for the whole process when it is not given; its cache is then below `DATA_DIR`. */
  readonly compiler?: Compiler;
};

let shared: Compiler | undefined;

/** Where vendor chunks are kept between starts. */
export function vendorCacheDir(dataDir: string): string {
  return join(dataDir, "cache", "sandbox");
}

function sharedCompiler(): Compiler {
  shared ??= createCompiler({ cacheDir: vendorCacheDir(readSandboxEnv().DATA_DIR) });
  return shared;
}

/**
 * Makes a self-contained document of a source and stores it.
 *
 * @returns the hash under which the document is stored and served, or the findings that tell its
 *   author why it cannot be one. The same request gives the same hash, on every machine.
 * @throws when the request does not fit the contract, or when the store or the compiler fails: never
 *   because of what the source contains.
 */
export async function buildDocument(request: BuildRequest, deps: BuildDeps): Promise<BuildResult> {
  const parsed = buildRequestSchema.parse(request);
  const bytes = parsed.source.files.reduce((sum, file) => sum + Buffer.byteLength(file.content, "utf8"), 0);
  if (bytes > SOURCE_BYTES_MAX) {
    const message = `The source has ${bytes} bytes; ${SOURCE_BYTES_MAX} are allowed.`;
    return { ok: false, findings: [{ code: "size.source", message }] };
  }
  const compiled = await (deps.compiler ?? sharedCompiler()).compile(parsed);
  if (!compiled.ok) return { ok: false, findings: [...compiled.findings] };
  return { ok: true, documentHash: await deps.objects.put(compiled.document), bytes: compiled.document.length };
}
