import { runInNewContext } from "node:vm";

import { parse } from "parse5";
import { expect, test } from "vitest";

import { elementsBelow, textOf } from "./html-tree.ts";
import { escapeAttribute, escapeScript, escapeStyle } from "./inline-escape.ts";

/** The texts of all scripts of a document as an HTML parser sees them. */
function scriptsOf(html: string): string[] {
  return [...elementsBelow(parse(html))].filter((element) => element.tagName === "script").map(textOf);
}

test.each([
  ["an end tag in a string", "const a = '</script><img src=x>';", "</script><img src=x>"],
  ["an end tag in capitals", "const a = '</SCRIPT >';", "</SCRIPT >"],
  ["a comment that opens a script", "const a = '<!--<script>';", "<!--<script>"],
  ["a template literal", "const a = `<!-- <script x` + `</script`;", "<!-- <script x</script"],
])("%s does not end the script it stands in, and still means the same", (_, code, value) => {
  const escaped = escapeScript(code);
  const [first, second] = scriptsOf(`<script>${escaped}</script><script>second</script>`);
  expect(first).toBe(escaped);
  expect(second).toBe("second");
  expect(runInNewContext(`${escaped}; a;`)).toBe(value);
});

test("a comparison with a decremented number is left alone", () => {
  expect(escapeScript("if (x < !--y) z();")).toBe("if (x < !--y) z();");
});

test("a style sheet cannot end its element", () => {
  expect(escapeStyle("a::before { content: '</style><script>' }")).toBe("a::before { content: '<\\/style><script>' }");
});

test("a language cannot leave its attribute", () => {
  expect(escapeAttribute('en"><script>')).toBe("en&quot;>&lt;script>");
});
