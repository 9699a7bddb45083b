/**
 * What a completion may import, and which prebuilt chunk brings it. Versions are those of the lock
 * file. A new entry needs a reason: every library here is code that runs beside somebody's interface.
 */

/** Chunks by name: the modules inside, and the chunks that must stand before it in the document. */
export const VENDOR_CHUNKS = {
  react: { modules: ["react", "react/jsx-runtime", "react-dom", "react-dom/client"], after: [] },
  lucide: { modules: ["lucide-react"], after: ["react"] },
  recharts: { modules: ["recharts"], after: ["react"] },
  d3: { modules: ["d3"], after: [] },
  motion: { modules: ["motion"], after: [] },
  "motion-react": { modules: ["motion/react"], after: ["react"] },
} as const;

export type VendorChunkName = keyof typeof VENDOR_CHUNKS;

/** Order of the chunks in a document; `after` of every chunk names earlier ones only. */
export const VENDOR_CHUNK_NAMES: readonly VendorChunkName[] = [
  "react",
  "lucide",
  "recharts",
  "d3",
  "motion",
  "motion-react",
];

/** Where the chunks leave their modules, and where the code of a completion finds them. */
export const VENDOR_GLOBAL = "__vendor";

/** Its chunk holds what makes an icon; the drawings stand beside the code that uses them: all 1,700 weigh 600 KB. */
export const ICON_PACKAGE = "lucide-react";

/** Packages that exist once as CommonJS: only these can be imported by default (`import React from "react"`). */
export const COMMONJS_MODULES: ReadonlySet<string> = new Set(VENDOR_CHUNKS.react.modules);

const CHUNK_OF_MODULE: ReadonlyMap<string, VendorChunkName> = new Map(
  VENDOR_CHUNK_NAMES.flatMap((chunk) => VENDOR_CHUNKS[chunk].modules.map((module) => [module, chunk] as const)),
);

/** The chunk that brings a module, or null when the module is not prebuilt. */
export function chunkOf(module: string): VendorChunkName | null {
  return CHUNK_OF_MODULE.get(module) ?? null;
}

/** Names that an author may write after `from`, for messages. */
export const IMPORTABLE_NAMES: readonly string[] = [...CHUNK_OF_MODULE.keys()].filter(
  (module) => module !== "react/jsx-runtime",
);

/** The given chunks and everything they need, in the order in which they must stand in the document. */
export function withPrerequisites(chunks: ReadonlySet<VendorChunkName>): VendorChunkName[] {
  const needed = new Set<VendorChunkName>(chunks);
  for (const chunk of chunks) for (const before of VENDOR_CHUNKS[chunk].after) needed.add(before);
  return VENDOR_CHUNK_NAMES.filter((chunk) => needed.has(chunk));
}
