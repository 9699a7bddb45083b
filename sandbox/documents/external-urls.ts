import { posix } from "node:path";

/**
 * `embedded`: carries its own content or points into the document. `file`: a relative path, which
 * can only mean a file of the same source. `external`: anything that would need the network.
 */
export type UrlKind = "embedded" | "file" | "external";

export function urlKind(url: string): UrlKind {
  // Browsers ignore these characters inside a scheme, so `ht\ntps:` is a way to hide one.
  const compact = url.replace(/[\t\n\r]/g, "").trim();
  if (compact === "" || compact.startsWith("#") || /^(data|blob|about):/i.test(compact)) return "embedded";
  return /^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(compact) ? "external" : "file";
}

/** The path inside the source that a relative address means, without query and fragment. */
export function filePath(url: string): string {
  return posix.normalize(url.trim().replace(/[?#].*$/, "")).replace(/^\/+/, "");
}

/** Addresses in a `srcset` attribute. */
export function srcsetUrls(srcset: string): string[] {
  return [...srcset.matchAll(/(?:^|,)\s*((?:data:[^\s]*)|[^\s,]+)/g)].map((match) => match[1] ?? "");
}

export type CssUrl = { readonly url: string; readonly line: number };

/** Addresses that a style sheet or a style attribute loads, with the line (1-based) on which each stands. */
export function cssUrls(css: string): CssUrl[] {
  // Comments become spaces, newlines stay, so that lines still count.
  const bare = css.replace(/\/\*[^]*?(\*\/|$)/g, (comment) => comment.replace(/[^\n]/g, " "));
  const loads =
    /@import\s+(?:url\(\s*)?(["']?)([^"')\s;]+)\1|\burl\(\s*(["']?)([^]*?)\3\s*\)|\bimage-set\(\s*(["'])([^]*?)\5/gi;
  return [...bare.matchAll(loads)].map((match) => ({
    url: match[2] ?? match[4] ?? match[6] ?? "",
    line: bare.slice(0, match.index).split("\n").length,
  }));
}
