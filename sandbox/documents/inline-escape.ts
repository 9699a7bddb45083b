/**
 * Escapes for text inside raw-text elements. HTML ends `<script>` at the first `</script`, wherever
 * JavaScript thinks it is, so a string literal could otherwise end the script it is part of.
 */

/**
 * Script text that ends where it should. `<!--` matters too: followed by `<script` it makes the HTML
 * parser skip one `</script>`. Both sequences occur in strings, templates and regular expressions
 * only (esbuild prints `x < !--y` apart), where `\/` and `\x3C` mean the same characters.
 */
export function escapeScript(code: string): string {
  const closed = code.replace(/<\/(script)/gi, "<\\/$1");
  return closed.includes("<!--") && /<script/i.test(closed) ? closed.replaceAll("<!--", "\\x3C!--") : closed;
}

/** Style text that ends where it should: `</style` can only occur in a CSS string, where `\/` is `/`. */
export function escapeStyle(css: string): string {
  return css.replace(/<\/(style)/gi, "<\\/$1");
}

/** Text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
