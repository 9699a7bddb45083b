import { deflateRawSync } from "node:zlib";

import { defaultTreeAdapter, parse } from "parse5";
import { PNG } from "pngjs";

import type { Signals } from "#sandbox/contract.ts";

/**
 * What can be counted of a completion without looking at it: from the document as a browser is sent it, and from running it
 * once. Names are those of the probes in a report.
 */
export const FEATURES = [
  "file size",
  "document length",
  "script length",
  "style length",
  "rule count",
  "token count",
  "distinct words",
  "text literals",
  "number literals",
  "compressed size",
  "markup elements",
  "node count",
  "control count",
  "text length",
  "error count",
  "screenshot entropy",
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/**
 * @param delivered  the document's bytes with their padding.
 * @param signals  what the sandbox measured of the completion.
 * @param screenshot  PNG of the completion at 1280 px.
 */
export function featuresOf(delivered: Uint8Array, signals: Signals, screenshot: Uint8Array): Features {
  const html = withoutPadding(new TextDecoder().decode(delivered));
  const { scripts, styles, elements } = partsOf(html);
  const tokens = scripts.match(TOKEN) ?? [];
  return {
    "file size": delivered.length,
    "document length": html.length,
    "script length": scripts.length,
    "style length": styles.length,
    "rule count": styles.match(/\{/g)?.length ?? 0,
    "token count": tokens.length,
    "distinct words": new Set(tokens.filter((token) => /^[A-Za-z_$]/.test(token))).size,
    "text literals": tokens.filter((token) => /^["'`]/.test(token)).length,
    "number literals": tokens.filter((token) => /^\d/.test(token)).length,
    "compressed size": deflateRawSync(html).length,
    "markup elements": elements,
    "node count": signals.nodeCount,
    "control count": signals.controlCount,
    "text length": signals.textLength,
    "error count": signals.errors.length,
    "screenshot entropy": entropyOf(screenshot),
  };
}

/** Rough tokens of JavaScript: words, numbers, quoted text, and signs one by one. */
const TOKEN = /[A-Za-z_$][\w$]*|\d[\w.]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[^\s\w]/g;

/** An attacker strips the filling as easily as we do. */
const withoutPadding = (html: string) => html.replace(/<!--[0-9a-f]*-->\s*$/, "").trimEnd();

function partsOf(html: string): { scripts: string; styles: string; elements: number } {
  const text = { script: "", style: "" };
  let elements = 0;
  const visit = (node: unknown): void => {
    if (!isParent(node)) return;
    for (const child of node.childNodes) {
      if (defaultTreeAdapter.isElementNode(child)) {
        elements++;
        const kind = child.tagName === "script" ? "script" : child.tagName === "style" ? "style" : null;
        if (kind)
          for (const inner of child.childNodes) if (defaultTreeAdapter.isTextNode(inner)) text[kind] += inner.value;
      }
      visit(child);
    }
  };
  visit(parse(html));
  return { scripts: text.script, styles: text.style, elements };
}

type Parent = { childNodes: Parameters<typeof defaultTreeAdapter.isElementNode>[0][] };
const isParent = (node: unknown): node is Parent =>
  typeof node === "object" && node !== null && "childNodes" in node && Array.isArray(node.childNodes);

/** Shannon entropy of the picture's grey values, bits per pixel. */
function entropyOf(png: Uint8Array): number {
  const { data } = PNG.sync.read(Buffer.from(png));
  const counts = new Float64Array(256);
  for (let at = 0; at < data.length; at += 4) {
    const grey = Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0));
    counts[grey] = (counts[grey] ?? 0) + 1;
  }
  const pixels = data.length / 4;
  return counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / pixels) * Math.log2(count / pixels)), 0);
}
