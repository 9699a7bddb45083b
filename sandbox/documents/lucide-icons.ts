import { readFileSync } from "node:fs";
import { join } from "node:path";

import { packageDir } from "./toolchain.ts";
import { ICON_PACKAGE, VENDOR_GLOBAL } from "./vendor-modules.ts";

const ICON_DIR = join(packageDir(ICON_PACKAGE), "dist", "esm");

/** What the package exports besides icons. */
const ICON_TOOLS = ["createLucideIcon", "Icon", "LucideProvider", "useLucideContext"] as const;

/** The vendor chunk of the package: its tools, by the files that hold them, because the index brings every icon along. */
export const ICON_TOOLS_ENTRY = `
import createLucideIcon from "./dist/esm/createLucideIcon.mjs";
import Icon from "./dist/esm/Icon.mjs";
import { LucideProvider, useLucideContext } from "./dist/esm/context.mjs";
vendor[${JSON.stringify(ICON_PACKAGE)}] = { ${ICON_TOOLS.join(", ")} };
`;

let fileByName: ReadonlyMap<string, string> | undefined;
const dataByFile = new Map<string, string>();

/** Every icon that the package exports, with its file; aliases share one. Read once, from the package's own index. */
function iconFiles(): ReadonlyMap<string, string> {
  if (fileByName) return fileByName;
  const index = readFileSync(join(ICON_DIR, "lucide-react.mjs"), "utf8");
  const files = new Map<string, string>();
  for (const [, names = "", file = ""] of index.matchAll(/^export \{([^}]*)\} from '\.\/(icons\/[\w-]+\.mjs)';$/gm)) {
    for (const specifier of names.split(",")) {
      const alias = /\bdefault as (\w+)/.exec(specifier)?.[1];
      if (alias !== undefined) files.set(alias, file);
    }
  }
  fileByName = files;
  return files;
}

/** The drawing in an icon's file, as the text of an object literal. */
function iconData(file: string): string {
  const known = dataByFile.get(file);
  if (known !== undefined) return known;
  const data = /^const __iconData = (\{\n[^]*?\n\});$/m.exec(readFileSync(join(ICON_DIR, file), "utf8"))?.[1];
  if (data === undefined)
    throw new Error(`${ICON_PACKAGE}/${file} is written differently from what this version reads`);
  dataByFile.set(file, data);
  return data;
}

/** Names that a file imports from the package. More than it does is harmless: unknown and unused ones vanish. */
function importedNames(source: string): { names: Set<string>; dynamic: boolean } {
  const names = new Set<string>();
  let dynamic = false;
  for (const [, clause = ""] of source.matchAll(/\b(?:import|export)\b([^;'"]*?)\bfrom\s*["']lucide-react["']/g)) {
    const namespace = /\*\s*as\s+(\w+)/.exec(clause)?.[1];
    if (namespace) {
      for (const [, member = ""] of source.matchAll(new RegExp(`\\b${namespace}\\s*\\??\\.\\s*(\\w+)`, "g")))
        names.add(member);
      if (new RegExp(`\\b${namespace}\\s*\\[`).test(source)) dynamic = true;
    }
    for (const [name] of clause.matchAll(/\w+/g)) names.add(name);
  }
  return { names, dynamic };
}

/**
 * A module that exports exactly the icons one file imports, with their drawings inside. The package's
 * index would make esbuild read 2,400 files: 670 ms per document.
 *
 * @returns null when the file picks icons by a name computed at run time, which would need all of them.
 */
export function iconModule(importerSource: string): string | null {
  const { names, dynamic } = importedNames(importerSource);
  if (dynamic) return null;
  const lines: string[] = [];
  for (const name of [...names].sort()) {
    const file = iconFiles().get(name);
    if (file !== undefined) lines.push(`export const ${name} = /* @__PURE__ */ makeIcon(${iconData(file)});`);
  }
  return [
    `const lucide = globalThis.${VENDOR_GLOBAL}[${JSON.stringify(ICON_PACKAGE)}];`,
    "const makeIcon = (data) => lucide.createLucideIcon(data);",
    ...ICON_TOOLS.map((name) => `const $${name} = /* @__PURE__ */ (() => lucide.${name})();`),
    `export { ${ICON_TOOLS.map((name) => `$${name} as ${name}`).join(", ")} };`,
    ...lines,
  ].join("\n");
}
