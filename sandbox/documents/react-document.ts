import { MOUNT_PATH, bundleScript } from "./bundle-script.ts";
import { documentHead } from "./document-head.ts";
import { escapeAttribute } from "./inline-escape.ts";
import type { SourceFiles } from "./script-imports.ts";
import { tailwindCss } from "./tailwind-css.ts";
import type { VendorChunks } from "./vendor-chunks.ts";
import { withPrerequisites } from "./vendor-modules.ts";

const MOUNT = `import { createElement } from "react";
import { createRoot } from "react-dom/client";
import Interface from "./index.tsx";
createRoot(document.getElementById("root")).render(createElement(Interface));
`;

/**
 * The document of a completion that exports a React component. Everything stands in one file: the
 * same bytes in every country, and nothing to wait for once it is there.
 */
export async function reactDocument(files: SourceFiles, language: string, chunks: VendorChunks): Promise<string> {
  const mount = { path: MOUNT_PATH, contents: MOUNT, loader: "tsx" } as const;
  const [script, css] = await Promise.all([bundleScript(mount, files, chunks, "iife"), tailwindCss(files)]);
  const libraries = withPrerequisites(script.chunks).map((name) => `<script>${chunks.get(name)?.code ?? ""}</script>`);
  return [
    `<!doctype html><html lang="${escapeAttribute(language)}"><head>${documentHead()}`,
    `<style>${css}</style></head><body><div id="root"></div>`,
    ...libraries,
    `<script>${script.code}</script></body></html>\n`,
  ].join("\n");
}
