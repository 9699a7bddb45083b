import type { Finding } from "#sandbox/contract.ts";

import { cssUrls, srcsetUrls, urlKind } from "./external-urls.ts";
import { attribute, isHtml, lineOf } from "./html-tree.ts";
import type { Element } from "./html-tree.ts";

/** Elements that cannot work in a document without network, frames and navigation, with what to say about them. */
const REFUSED_ELEMENTS: Readonly<Record<string, string>> = {
  base: "<base> changes what every address in the document means.",
  iframe: "<iframe> is refused: documents inside the document are not loaded.",
  frame: "<frame> is refused: documents inside the document are not loaded.",
  frameset: "<frameset> is refused: documents inside the document are not loaded.",
  object: "<object> is refused: plugins and documents inside the document are not loaded.",
  embed: "<embed> is refused: plugins and documents inside the document are not loaded.",
};

/** They change nothing in a document that is served as UTF-8 to current browsers, and templates often have them. */
const HARMLESS_HTTP_EQUIV = new Set(["content-type", "x-ua-compatible"]);

const REFUSED_SCRIPT_TYPES = new Set(["importmap", "speculationrules", "webbundle"]);

/**
 * Attributes that make a browser load something, by element. Anchors and form actions are not here:
 * they load nothing by themselves, a footer full of links is no defect, and the shim keeps a click
 * on one from leaving the document.
 */
const LOADING_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  script: ["src", "href"],
  link: ["href"],
  img: ["src", "srcset"],
  source: ["src", "srcset"],
  input: ["src"],
  video: ["src", "poster"],
  audio: ["src"],
  track: ["src"],
  body: ["background"],
  table: ["background"],
  td: ["background"],
  th: ["background"],
  image: ["href"],
  use: ["href"],
  feImage: ["href"],
};

function finding(code: string, message: string, file: string, line: number): Finding {
  return { code, message, file, line };
}

/** A finding for an address that the document cannot load; null when it carries its own content. */
export function urlFinding(url: string, what: string, file: string, line: number): Finding | null {
  const kind = urlKind(url);
  if (kind === "embedded") return null;
  const shown = url.length > 120 ? `${url.slice(0, 120)}…` : url;
  return kind === "external"
    ? finding(
        "url.external",
        `${what} loads ${shown}, but the document has no network: inline it, or use a data: URL.`,
        file,
        line,
      )
    : finding("url.missing", `${what} loads ${shown}, which is not among the files of this source.`, file, line);
}

/** Findings for every address that a style sheet or style attribute loads. */
export function cssFindings(css: string, what: string, file: string, firstLine: number): Finding[] {
  return cssUrls(css).flatMap(({ url, line }) => urlFinding(url, what, file, firstLine + line - 1) ?? []);
}

/** What one element says that cannot be. Scripts and style sheets of the source itself are inlined before. */
export function elementFindings(element: Element, file: string): Finding[] {
  const { tagName } = element;
  const line = lineOf(element);
  const findings: Finding[] = [];
  const refused = isHtml(element) ? REFUSED_ELEMENTS[tagName] : undefined;
  if (refused) findings.push(finding("html.refused", refused, file, line));

  const httpEquiv = attribute(element, "http-equiv")?.trim().toLowerCase();
  if (tagName === "meta" && httpEquiv !== undefined && !HARMLESS_HTTP_EQUIV.has(httpEquiv)) {
    findings.push(
      finding(
        "html.refused",
        `<meta http-equiv="${httpEquiv}"> is refused: headers are set by the server.`,
        file,
        line,
      ),
    );
  }
  const type = attribute(element, "type")?.trim().toLowerCase() ?? "";
  if (tagName === "script" && REFUSED_SCRIPT_TYPES.has(type)) {
    findings.push(
      finding("html.refused", `<script type="${type}"> is refused: there is nothing it could load.`, file, line),
    );
  }
  for (const name of LOADING_ATTRIBUTES[tagName] ?? []) {
    const value = attribute(element, name);
    if (value === null) continue;
    for (const url of name === "srcset" ? srcsetUrls(value) : [value]) {
      const found = urlFinding(url, `<${tagName} ${name}>`, file, line);
      if (found) findings.push(found);
    }
  }
  const style = attribute(element, "style");
  if (style !== null) findings.push(...cssFindings(style, `The style of <${tagName}>`, file, line));
  return findings;
}

/** Whether an element is kept at all; the harmless `<meta http-equiv>` are dropped without a word. */
export function isDropped(element: Element): boolean {
  return element.tagName === "meta" && attribute(element, "http-equiv") !== null;
}
