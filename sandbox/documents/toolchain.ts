import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const HERE = dirname(fileURLToPath(import.meta.url));

/** The directory of an installed package, found without its export map. */
export function packageDir(name: string): string {
  const segment = `${sep}node_modules${sep}${name.replace("/", sep)}${sep}`;
  const path = require.resolve(name);
  const end = path.lastIndexOf(segment);
  if (end < 0) throw new Error(`${name} is installed outside node_modules (${path})`);
  return path.slice(0, end + segment.length - 1);
}

/**
 * What npm says is installed. It covers the libraries of our libraries, which the versions in
 * package.json do not. A tree that npm did not install has none; then the versions must do.
 */
function installedPackages(): string {
  try {
    return readFileSync(join(dirname(packageDir("react")), ".package-lock.json"), "utf8");
  } catch {
    const packages = ["react", "react-dom", "recharts", "d3", "motion", "lucide-react", "esbuild", "tailwindcss"];
    return packages.map((name) => readFileSync(join(packageDir(name), "package.json"), "utf8")).join("\n");
  }
}

function sourceFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .sort()
    .map((name) => join(dir, name));
}

function digest(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest("hex").slice(0, 32);
}

/** Changes when a vendor chunk could have other bytes: the key under which chunks are cached on disk. */
export function vendorId(): string {
  const code = ["vendor-chunks.ts", "vendor-modules.ts", "lucide-icons.ts"].map((name) =>
    readFileSync(join(HERE, name), "utf8"),
  );
  return digest([installedPackages(), ...code]);
}

/**
 * Changes when the same source could become another document. It is computed from the source files
 * themselves, so nobody has to remember to raise a number.
 */
export function toolchainId(): string {
  const files = [HERE, join(HERE, "..", "shim"), join(HERE, "..", "policy")].flatMap(sourceFiles);
  return digest([installedPackages(), ...files.map((file) => readFileSync(file, "utf8"))]);
}
