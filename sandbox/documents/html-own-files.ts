import { extname } from "node:path";

import type { Loader } from "esbuild";
import { defaultTreeAdapter } from "parse5";

import { filePath, urlKind } from "./external-urls.ts";
import { attribute, elementsBelow, isHtml, makeElement, setText, textLineOf, textOf } from "./html-tree.ts";
import type { Element } from "./html-tree.ts";
import { escapeScript, escapeStyle } from "./inline-escape.ts";
import { SCRIPT_LOADERS } from "./script-imports.ts";
import type { SourceFiles } from "./script-imports.ts";

type Document = Parameters<typeof elementsBelow>[0];

/** Where the text of a script or style element was written: findings speak of the author's file and line. */
export type TextOrigin = { readonly path: string; readonly firstLine: number; readonly loader: Loader };

/** Types under which a browser runs a script as a classic one. All others but `module` are data. */
const CLASSIC_TYPES = new Set([
  "",
  "text/javascript",
  "application/javascript",
  "text/ecmascript",
  "application/ecmascript",
]);

export function scriptKind(element: Element): "classic" | "module" | "data" {
  const type = attribute(element, "type")?.trim().toLowerCase() ?? "";
  if (type === "module") return "module";
  return CLASSIC_TYPES.has(type) ? "classic" : "data";
}

function ownFile(url: string | null, files: SourceFiles): string | null {
  if (url === null || urlKind(url) !== "file") return null;
  const path = filePath(url);
  return files.has(path) ? path : null;
}

function dropAttributes(element: Element, names: readonly string[]): void {
  element.attrs = element.attrs.filter((attr) => !names.includes(attr.name));
}

function inlineStyleSheet(link: Element, css: string): Element {
  const media = attribute(link, "media");
  const style = makeElement("style", media === null ? {} : { media }, escapeStyle(css));
  if (link.parentNode) defaultTreeAdapter.insertBefore(link.parentNode, style, link);
  defaultTreeAdapter.detachNode(link);
  return style;
}

function inlineScript(script: Element, code: string, body: Element | null): void {
  const deferred = attribute(script, "defer") !== null || attribute(script, "async") !== null;
  dropAttributes(script, ["src", "defer", "async", "integrity", "crossorigin"]);
  setText(script, escapeScript(code));
  // `defer` means nothing on an inline script: without the move it would run before the page is there.
  if (!deferred || scriptKind(script) !== "classic" || !body) return;
  defaultTreeAdapter.detachNode(script);
  defaultTreeAdapter.appendChild(body, script);
}

/**
 * Puts the source's own style sheets and scripts where they were referred to.
 *
 * @returns for every script and style element of the document, where its text comes from.
 */
export function inlineOwnFiles(
  document: Document,
  body: Element | null,
  files: SourceFiles,
  entry: string,
): Map<Element, TextOrigin> {
  const origins = new Map<Element, TextOrigin>();
  // All of them first: the tree changes on the way.
  for (const element of Array.from(elementsBelow(document))) {
    if (!isHtml(element)) continue;
    if (element.tagName === "link" && /(^|\s)stylesheet(\s|$)/i.test(attribute(element, "rel") ?? "")) {
      const path = ownFile(attribute(element, "href"), files);
      if (path !== null)
        origins.set(inlineStyleSheet(element, files.get(path) ?? ""), { path, firstLine: 1, loader: "css" });
    }
    if (element.tagName === "style")
      origins.set(element, { path: entry, firstLine: textLineOf(element), loader: "css" });
    if (element.tagName === "script") {
      const path = ownFile(attribute(element, "src"), files);
      if (path === null) {
        origins.set(element, { path: entry, firstLine: textLineOf(element), loader: "js" });
      } else {
        inlineScript(element, files.get(path) ?? "", body);
        origins.set(element, { path, firstLine: 1, loader: SCRIPT_LOADERS[extname(path)] ?? "js" });
      }
    }
  }
  return origins;
}

/** The text of an element as its author wrote it: inlined files are escaped in the tree, not for the bundler. */
export function authoredText(element: Element, origin: TextOrigin, files: SourceFiles, entry: string): string {
  return origin.path === entry ? textOf(element) : (files.get(origin.path) ?? "");
}
