#!/usr/bin/env node
// Fails when a document points at something that is not there: a relative link to a missing file or
// heading, or a path in back quotes that begins with one of our folders. Plain Node, no network:
// links to other sites are not followed.
//
//   node scripts/check-links.mjs [folder]
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url)));

/** Not ours, or made by tools. */
const SKIPPED = new Set(["node_modules", "dist", "coverage", "test-results", "playwright-report"]);
/** Paths in back quotes are checked when they begin with one of these. */
const FOLDERS = [
  "app",
  "bench",
  "docs",
  "e2e",
  "labeller-ui",
  "library",
  "messages",
  "prisma",
  "sandbox",
  "scripts",
  "server",
];
/** Made by `prisma generate`; absent in a bare clone. */
const GENERATED = "prisma/generated";

function* documentsIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name) && !entry.name.startsWith(".")) yield* documentsIn(path);
    } else if (entry.name.endsWith(".md")) yield path;
  }
}

/** Lines with their numbers, those of fenced code left out: they are samples, not references. */
function* proseOf(text) {
  let fence = null;
  for (const [index, line] of text.split("\n").entries()) {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (fence === null && mark) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) fence = null;
    else if (fence === null) yield { line, number: index + 1 };
  }
}

/** The anchors of a document as forges make them: lower case, punctuation dropped, repeated ones numbered. */
function anchorsOf(path) {
  const anchors = new Set();
  const seen = new Map();
  for (const { line } of proseOf(readFileSync(path, "utf8"))) {
    for (const [, id] of line.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id);
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "");
    const slug = words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
}

function linksOf(line) {
  const prose = line.replaceAll(/`[^`]*`/g, "");
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map((match) => match[1]);
  const defined = /^\s*\[[^\]]+\]:\s+<?([^\s>]+)>?/.exec(prose)?.[1];
  const embedded = [...prose.matchAll(/\b(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
  return [...inline, ...(defined ? [defined] : []), ...embedded];
}

/** Paths in back quotes: whole spans only, without line numbers, and nothing that stands for something else. */
function pathsOf(line) {
  return [...line.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1].replace(/:\d+$/, ""))
    .filter((span) => FOLDERS.includes(span.split("/")[0]) && span.includes("/"))
    .filter((span) => !/[*<>{}…$()[\]|]|NNN|\.\.\./.test(span) && !span.startsWith(GENERATED));
}

function faultOf(from, link) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith("//")) return null;
  const [path = "", anchor] = decodeURIComponent(link).split("#", 2);
  if (path.startsWith("/")) return "begins with a slash: links are relative to their document";
  const target = path === "" ? from : resolve(dirname(from), path);
  if (!existsSync(target)) return "does not exist";
  if (anchor === undefined || anchor === "" || statSync(target).isDirectory() || !target.endsWith(".md")) return null;
  return anchorsOf(target).has(anchor) ? null : `has no heading “${anchor}”`;
}

const faults = [];
let links = 0;
let documents = 0;
for (const path of documentsIn(root)) {
  documents++;
  for (const { line, number } of proseOf(readFileSync(path, "utf8"))) {
    const where = `${relative(root, path)}:${number}`;
    for (const link of linksOf(line)) {
      links++;
      const fault = faultOf(path, link);
      if (fault) faults.push(`${where}: ${link} ${fault}`);
    }
    for (const span of pathsOf(line)) {
      links++;
      if (!existsSync(join(root, span))) faults.push(`${where}: \`${span}\` does not exist`);
    }
  }
}

if (faults.length > 0) {
  process.stderr.write(`${faults.join("\n")}\n${faults.length} of ${links} references lead nowhere.\n`);
  process.exitCode = 1;
} else {
  process.stderr.write(`${links} references in ${documents} documents lead somewhere.\n`);
}
