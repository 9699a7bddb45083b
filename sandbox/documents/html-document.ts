import { defaultTreeAdapter, parse, parseFragment, serialize } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

import type { Finding } from "#sandbox/contract.ts";

import { bundleScript, checkClassicScript } from "./bundle-script.ts";
import { VIEWPORT_CONTENT, documentHead } from "./document-head.ts";
import { cssFindings, elementFindings, isDropped } from "./html-findings.ts";
import { authoredText, inlineOwnFiles, scriptKind } from "./html-own-files.ts";
import type { TextOrigin } from "./html-own-files.ts";
import { attribute, elementsBelow, isHtml, makeElement, setAttribute, setText, textOf } from "./html-tree.ts";
import type { Element } from "./html-tree.ts";
import { escapeAttribute } from "./inline-escape.ts";
import { RefusedSource } from "./refused-source.ts";
import type { SourceFiles } from "./script-imports.ts";
import type { VendorChunks } from "./vendor-chunks.ts";
import { withPrerequisites } from "./vendor-modules.ts";
import type { VendorChunkName } from "./vendor-modules.ts";

type Document = DefaultTreeAdapterTypes.Document;

const ENTRY = "index.html";

function elementNamed(document: Document, tagName: string): Element | null {
  for (const element of elementsBelow(document)) if (isHtml(element) && element.tagName === tagName) return element;
  return null;
}

/** Elements of the author's head that ours replaces. */
function isReplaced(element: Element): boolean {
  if (element.tagName === "title") return true;
  return (
    element.tagName === "meta" && (attribute(element, "charset") !== null || attribute(element, "name") === "viewport")
  );
}

/** Puts our head before the author's, so that the shim is the first script of the document. */
function completeHead(document: Document, language: string, libraries: readonly string[]): void {
  const root = elementNamed(document, "html");
  const head = elementNamed(document, "head");
  // The HTML parser makes both when the author wrote none.
  if (!root || !head) throw new Error("parse5 returned a document without <html> or <head>");
  if ((attribute(root, "lang") ?? "").trim() === "") setAttribute(root, "lang", language);

  const authored = head.childNodes.filter((node) => defaultTreeAdapter.isElementNode(node));
  const viewport = authored.find((element) => attribute(element, "name")?.toLowerCase() === "viewport");
  const content = (viewport && attribute(viewport, "content")) || VIEWPORT_CONTENT;
  for (const element of authored) if (isReplaced(element)) defaultTreeAdapter.detachNode(element);

  const first = head.childNodes[0];
  const ours = [
    ...parseFragment(documentHead(escapeAttribute(content))).childNodes,
    ...libraries.map((code) => makeElement("script", {}, code)),
  ];
  for (const node of ours) {
    if (first) defaultTreeAdapter.insertBefore(head, node, first);
    else defaultTreeAdapter.appendChild(head, node);
  }
}

/** HTML drops a line break after these start tags, so a break that was content must be written twice. */
function keepLeadingBreaks(document: Document): void {
  for (const element of elementsBelow(document)) {
    const first = element.childNodes[0];
    if (!["pre", "textarea", "listing"].includes(element.tagName) || !first) continue;
    if (defaultTreeAdapter.isTextNode(first) && first.value.startsWith("\n")) first.value = `\n${first.value}`;
  }
}

function toHtml(document: Document): string {
  for (const node of document.childNodes.slice()) {
    if (defaultTreeAdapter.isDocumentTypeNode(node)) defaultTreeAdapter.detachNode(node);
  }
  keepLeadingBreaks(document);
  return `<!doctype html>${serialize(document)}\n`;
}

function staticFindings(document: Document, origins: ReadonlyMap<Element, TextOrigin>): Finding[] {
  const findings: Finding[] = [];
  for (const element of elementsBelow(document)) {
    findings.push(...elementFindings(element, ENTRY));
    const origin = element.tagName === "style" ? origins.get(element) : undefined;
    if (origin) findings.push(...cssFindings(textOf(element), "A style sheet", origin.path, origin.firstLine));
  }
  return findings;
}

/** Bundles module scripts, checks classic ones, and says which libraries the modules need. */
async function compileScripts(
  origins: ReadonlyMap<Element, TextOrigin>,
  files: SourceFiles,
  chunks: VendorChunks,
): Promise<Set<VendorChunkName>> {
  const used = new Set<VendorChunkName>();
  for (const [element, origin] of origins) {
    if (element.tagName !== "script") continue;
    const code = authoredText(element, origin, files, ENTRY);
    const kind = scriptKind(element);
    if (kind === "classic") await checkClassicScript(origin.path, code, origin.firstLine);
    if (kind !== "module") continue;
    const entry = { path: origin.path, contents: code, loader: origin.loader };
    const bundled = await bundleScript(entry, files, chunks, "esm", origin.firstLine);
    setText(element, bundled.code);
    for (const chunk of bundled.chunks) used.add(chunk);
  }
  return used;
}

/**
 * The document of a completion written as HTML. Inline styles and scripts stay as they are, the
 * source's own style sheets and scripts are inlined, module scripts may import what React
 * completions may.
 *
 * @throws {RefusedSource} for whatever would need the network, another document, or headers of its own.
 */
export async function htmlDocument(files: SourceFiles, language: string, chunks: VendorChunks): Promise<string> {
  const document = parse(files.get(ENTRY) ?? "", { sourceCodeLocationInfo: true });
  const origins = inlineOwnFiles(document, elementNamed(document, "body"), files, ENTRY);
  const [first, ...rest] = staticFindings(document, origins);
  if (first) throw new RefusedSource(first, ...rest);
  const used = await compileScripts(origins, files, chunks);
  for (const element of Array.from(elementsBelow(document)))
    if (isDropped(element)) defaultTreeAdapter.detachNode(element);
  completeHead(
    document,
    language,
    withPrerequisites(used).map((name) => chunks.get(name)?.code ?? ""),
  );
  return toHtml(document);
}

/**
 * Any HTML as a document, with the shim and without a single check. For the attack corpus, whose
 * documents must reach the browser to show that the boundary there holds; never for completions.
 */
export function uncheckedHtmlDocument(html: string, language = "en"): string {
  const document = parse(html);
  completeHead(document, language, []);
  return toHtml(document);
}
