import { posix } from "node:path";

import type { Finding, Source } from "#sandbox/contract.ts";
import { LIMITS } from "#sandbox/policy/limits.ts";

import { htmlDocument } from "./html-document.ts";
import { padDocument } from "./padding.ts";
import { reactDocument } from "./react-document.ts";
import { RefusedSource } from "./refused-source.ts";
import type { SourceFiles } from "./script-imports.ts";
import type { VendorChunks } from "./vendor-chunks.ts";

export type CompileRequest = { readonly source: Source; readonly language: string; readonly padToBytes: number };

export type Compiled =
  | { readonly ok: true; readonly document: Uint8Array }
  | { readonly ok: false; readonly findings: readonly Finding[] };

function sourceFiles(source: Source): SourceFiles {
  const files = new Map<string, string>();
  for (const { path, content } of source.files) {
    if (posix.normalize(path) !== path || path.includes("..")) {
      throw new RefusedSource({
        code: "file.path",
        message: `"${path}" is not a plain path below the source's folder.`,
      });
    }
    if (files.has(path))
      throw new RefusedSource({ code: "file.duplicate", message: `The source has "${path}" twice.` });
    files.set(path, content);
  }
  if (!files.has(source.entry)) {
    throw new RefusedSource({ code: "entry.missing", message: `The source has no file "${source.entry}".` });
  }
  return files;
}

/**
 * Makes one self-contained document of a source: a function of its arguments and of the installed
 * toolchain, so the same request always gives the same bytes.
 */
export async function compileDocument(request: CompileRequest, chunks: VendorChunks): Promise<Compiled> {
  try {
    const files = sourceFiles(request.source);
    const compile = request.source.entry === "index.tsx" ? reactDocument : htmlDocument;
    const document = padDocument(await compile(files, request.language, chunks), request.padToBytes);
    if (document.length > LIMITS.documentBytesMax) {
      const message = `The document has ${document.length} bytes; ${LIMITS.documentBytesMax} are allowed.`;
      throw new RefusedSource({ code: "size.document", message });
    }
    return { ok: true, document };
  } catch (error) {
    if (error instanceof RefusedSource) return { ok: false, findings: error.findings };
    throw error;
  }
}
