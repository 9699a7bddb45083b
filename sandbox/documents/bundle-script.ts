import { build, transform } from "esbuild";
import type { Metafile } from "esbuild";
import { z } from "zod";

import type { Finding } from "#sandbox/contract.ts";

import { escapeScript } from "./inline-escape.ts";
import { RefusedSource } from "./refused-source.ts";
import { scriptImports } from "./script-imports.ts";
import type { ScriptEntry, SourceFiles } from "./script-imports.ts";
import type { VendorChunks } from "./vendor-chunks.ts";
import { ICON_PACKAGE, chunkOf } from "./vendor-modules.ts";
import type { VendorChunkName } from "./vendor-modules.ts";

/** Path of the generated entry that mounts a component; the contract allows no source file of this name. */
export const MOUNT_PATH = "#mount.tsx";

/** More findings than this help nobody; the first usually causes the rest. */
const FINDINGS_MAX = 20;

/** The part of an esbuild failure that findings are made of. */
const failureSchema = z.object({
  errors: z.array(
    z.object({
      text: z.string(),
      location: z.object({ file: z.string(), line: z.number().int() }).nullable(),
      /** Set by our plugin on the errors it answers with. */
      detail: z.object({ code: z.string() }).optional().catch(undefined),
    }),
  ),
});
type Failure = z.infer<typeof failureSchema>["errors"][number];

function findingCode({ detail, text }: Failure): string {
  if (detail) return detail.code;
  return text.startsWith("No matching export") ? "import.missing" : "syntax";
}

/** Namespaces are ours; an author knows only paths: `No matching export in "vendor:recharts"` → `"recharts"`. */
function withoutNamespaces(text: string): string {
  return text.replace(/"(?:entry|source|vendor|icons):([^"]*)"/g, '"$1"');
}

function toFinding(failure: Failure, firstLine: number): Finding {
  const { location } = failure;
  if (location?.file === `entry:${MOUNT_PATH}`) {
    return {
      code: "entry.no-default",
      message: "index.tsx must export a React component by default.",
      file: "index.tsx",
    };
  }
  const finding: Finding = { code: findingCode(failure), message: withoutNamespaces(failure.text) };
  if (!location) return finding;
  const offset = location.file.startsWith("source:") ? 0 : firstLine - 1;
  return { ...finding, file: location.file.replace(/^(entry|source):/, ""), line: location.line + offset };
}

/** Runs esbuild and turns what it says about the source into findings. */
async function orFindings<T>(firstLine: number, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const failure = failureSchema.safeParse(error);
    const errors = failure.success ? failure.data.errors.slice(0, FINDINGS_MAX) : [];
    const [first, ...rest] = errors.map((one) => toFinding(one, firstLine));
    if (!first) throw error;
    throw new RefusedSource(first, ...rest);
  }
}

function usedChunks(metafile: Metafile): Set<VendorChunkName> {
  const used = new Set<VendorChunkName>();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const module = path.startsWith("icons:") ? ICON_PACKAGE : path.replace(/^vendor:/, "");
      const chunk = path.includes(":") ? chunkOf(module) : null;
      if (chunk && bytesInOutput > 0) used.add(chunk);
    }
  }
  return used;
}

/** What esbuild does to every script of a completion, whichever way it is written. */
const OPTIONS = {
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "silent",
  jsx: "automatic",
  jsxDev: false,
  define: { "process.env.NODE_ENV": '"production"' },
  // Names stay: "items.map is not a function" helps a repair, "e.map" does not. Comments go.
  minifyWhitespace: true,
  minifySyntax: true,
  treeShaking: true,
  // Given as a value so that esbuild does not look for a tsconfig.json on our disk.
  tsconfigRaw: { compilerOptions: { jsx: "react-jsx", verbatimModuleSyntax: false, useDefineForClassFields: true } },
} as const;

/**
 * Bundles untrusted code into one script without imports.
 *
 * @param format `iife` for a classic script, `esm` for one that stands in `<script type="module">`.
 * @param firstLine line of the author's file on which the entry begins, for findings.
 * @throws {RefusedSource} with the file and line of every syntax error and refused import.
 */
export async function bundleScript(
  entry: ScriptEntry,
  files: SourceFiles,
  chunks: VendorChunks,
  format: "iife" | "esm",
  firstLine = 1,
): Promise<{ code: string; chunks: Set<VendorChunkName> }> {
  const result = await orFindings(firstLine, () =>
    build({
      ...OPTIONS,
      entryPoints: [entry.path],
      bundle: true,
      format,
      metafile: true,
      write: false,
      outdir: "/",
      plugins: [scriptImports(entry, files, chunks)],
    }),
  );
  const [file] = result.outputFiles;
  if (!file) throw new Error("esbuild wrote nothing");
  return { code: escapeScript(file.text.trimEnd()), chunks: usedChunks(result.metafile) };
}

/** Throws findings when a classic script does not parse. Its text is not used: the script stays as it was written. */
export async function checkClassicScript(path: string, code: string, firstLine: number): Promise<void> {
  await orFindings(firstLine, () =>
    transform(code, { loader: "js", sourcefile: path, logLevel: "silent", tsconfigRaw: {} }),
  );
}
