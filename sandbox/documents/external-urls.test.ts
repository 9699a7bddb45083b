import { describe, expect, test } from "vitest";

import { cssUrls, filePath, srcsetUrls, urlKind } from "./external-urls.ts";

test.each([
  ["", "embedded"],
  ["#icon", "embedded"],
  ["data:image/png;base64,AA", "embedded"],
  [" DATA:,x", "embedded"],
  ["blob:null/1", "embedded"],
  ["app.js", "file"],
  ["./css/app.css?v=2", "file"],
  ["/logo.svg", "file"],
  ["https://cdn.example/x.js", "external"],
  ["//cdn.example/x.js", "external"],
  ["\\\\cdn.example\\x.js", "external"],
  ["ht\ntps://cdn.example", "external"],
  ["  JAVASCRIPT:alert(1)", "external"],
  ["file:///etc/passwd", "external"],
] as const)("%j is %s", (url, kind) => {
  expect(urlKind(url)).toBe(kind);
});

test("a relative address names a file of the source", () => {
  expect(["./a.js", "a.js?v=1#x", "/a.js", "x/../a.js"].map(filePath)).toEqual(["a.js", "a.js", "a.js", "a.js"]);
});

test("a srcset lists addresses, whatever commas data URLs have", () => {
  expect(srcsetUrls("a.png 1x, https://e.example/b.png 2x")).toEqual(["a.png", "https://e.example/b.png"]);
  expect(srcsetUrls("data:image/png;base64,AA== 1x, b.png 2x")).toEqual(["data:image/png;base64,AA==", "b.png"]);
});

describe("cssUrls", () => {
  test("finds what a style sheet loads, with its line", () => {
    const css = `@import "a.css";\n@import url(b.css);\n.x { background: url( 'c.png' ) }\n/* url(no.png)\n */ .y { src: url(data:font/woff2;base64,AA), url("d.woff") }`;
    expect(cssUrls(css)).toEqual([
      { url: "a.css", line: 1 },
      { url: "b.css", line: 2 },
      { url: "c.png", line: 3 },
      { url: "data:font/woff2;base64,AA", line: 5 },
      { url: "d.woff", line: 5 },
    ]);
  });

  test("finds nothing where nothing is loaded", () => {
    expect(cssUrls(".important { color: red } .curly { --url: 1 }")).toEqual([]);
  });
});
