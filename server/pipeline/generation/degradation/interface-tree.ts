import { DomainError } from "#server/errors.ts";
import type { Source } from "#sandbox/contract.ts";
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse as parseHtml, serialize } from "parse5";
import postcss, { type Root } from "postcss";

import { type GeneratorOptions, generate, type NodePath, type ParserOptions, parse, t, traverse } from "./babel.ts";

export type HtmlDocument = DefaultTreeAdapterMap["document"];
export type HtmlNode = DefaultTreeAdapterMap["childNode"];
export type HtmlElement = DefaultTreeAdapterMap["element"];
export type HtmlText = DefaultTreeAdapterMap["textNode"];

/** The markup half of an `index.html`: TSX has its markup and its class lists inside the script. */
export type HtmlPart = {
  readonly document: HtmlDocument;
  /** Every element in document order, without the script and style elements. */
  readonly elements: readonly HtmlElement[];
  readonly styles: Root;
  readonly scriptText: HtmlText | null;
  readonly styleText: HtmlText | null;
};

/** A completion taken apart into syntax trees. Edits change these in place; `printInterface` puts them together. */
export type InterfaceTree = {
  readonly entry: Source["entry"];
  readonly script: t.File;
  /** Every node of the script, parents before children. Stale as soon as the tree is edited: find sites first. */
  readonly paths: readonly NodePath[];
  readonly html: HtmlPart | null;
  readonly otherFiles: Source["files"];
};

const TSX_PARSER: ParserOptions = { sourceType: "module", plugins: ["typescript", "jsx"] };
const SCRIPT_PARSER: ParserOptions = { sourceType: "script", allowReturnOutsideFunction: true };

/** `minimal` keeps letters of other scripts as they are; comments go, since one that describes a lost line tells on it. */
const PRINTER: GeneratorOptions = { comments: false, jsescOption: { minimal: true } };

export function parseInterface(source: Source): InterfaceTree {
  const entryFile = source.files.find((file) => file.path === source.entry);
  if (!entryFile) throw new DomainError("invalid", "degradation.no-entry", `there is no file ${source.entry}`);
  const otherFiles = source.files.filter((file) => file !== entryFile);
  const html = source.entry === "index.html" ? parseHtmlPart(entryFile.content) : null;
  const script = html
    ? parseScript(html.scriptText?.value ?? "", SCRIPT_PARSER)
    : parseScript(entryFile.content, TSX_PARSER);
  let paths: NodePath[] | null = null;
  return {
    entry: source.entry,
    script,
    html,
    otherFiles,
    // Finding paths and scopes is most of the work, and a tree that is only measured or printed needs none.
    get paths() {
      paths ??= pathsOf(script);
      return paths;
    },
  };
}

/** Deterministic, and a fixed point: printing what was parsed from a print gives the same text. */
export function printInterface(tree: InterfaceTree, options: GeneratorOptions = {}): Source {
  const script = generate(tree.script, { ...PRINTER, ...options }).code;
  return { entry: tree.entry, files: [{ path: tree.entry, content: printEntry(tree, script) }, ...tree.otherFiles] };
}

function printEntry(tree: InterfaceTree, script: string): string {
  if (!tree.html) return `${script}\n`;
  if (tree.html.scriptText) tree.html.scriptText.value = `\n${script}\n`;
  if (tree.html.styleText) tree.html.styleText.value = tree.html.styles.toString();
  return serialize(tree.html.document);
}

function parseScript(text: string, options: ParserOptions): t.File {
  try {
    return parse(text, options);
  } catch (error) {
    throw new DomainError("invalid", "degradation.syntax", "the script does not parse", { cause: error });
  }
}

function pathsOf(script: t.File): NodePath[] {
  const paths: NodePath[] = [];
  traverse(script, {
    enter(path) {
      paths.push(path);
    },
  });
  return paths;
}

function parseHtmlPart(content: string): HtmlPart {
  const document = parseHtml(content);
  removeComments(document);
  const all = elementsUnder(document);
  const scriptText = longestText(all.filter((element) => element.tagName === "script" && isJavaScript(element)));
  const styleText = longestText(all.filter((element) => element.tagName === "style"));
  const styles = parseStyles(styleText?.value ?? "");
  const elements = all.filter((element) => element.tagName !== "script" && element.tagName !== "style");
  return { document, elements, styles, scriptText, styleText };
}

function parseStyles(css: string): Root {
  try {
    const styles = postcss.parse(css);
    styles.walkComments((comment) => {
      comment.remove();
    });
    return styles;
  } catch (error) {
    throw new DomainError("invalid", "degradation.syntax", "the style sheet does not parse", { cause: error });
  }
}

function elementsUnder(parent: DefaultTreeAdapterMap["parentNode"]): HtmlElement[] {
  return parent.childNodes.flatMap((node) =>
    defaultTreeAdapter.isElementNode(node) ? [node, ...elementsUnder(node)] : [],
  );
}

function removeComments(parent: DefaultTreeAdapterMap["parentNode"]): void {
  for (const node of [...parent.childNodes]) {
    if (defaultTreeAdapter.isCommentNode(node)) defaultTreeAdapter.detachNode(node);
    else if (defaultTreeAdapter.isElementNode(node)) removeComments(node);
  }
}

function isJavaScript(script: HtmlElement): boolean {
  const type = script.attrs.find((attribute) => attribute.name === "type")?.value ?? "";
  const external = script.attrs.some((attribute) => attribute.name === "src");
  return !external && ["", "module", "text/javascript"].includes(type);
}

/** A completion has one script and one style sheet; should there be more, the largest carries the interface. */
function longestText(elements: readonly HtmlElement[]): HtmlText | null {
  let longest: HtmlText | null = null;
  for (const element of elements) {
    const [text] = element.childNodes;
    if (text === undefined || !defaultTreeAdapter.isTextNode(text)) continue;
    if (longest === null || text.value.length > longest.value.length) longest = text;
  }
  return longest;
}
