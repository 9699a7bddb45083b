import { describe, expect, test } from "vitest";

import { htmlDocument, uncheckedHtmlDocument } from "./html-document.ts";
import { RefusedSource } from "./refused-source.ts";

async function compile(files: Readonly<Record<string, string>>): Promise<string> {
  return htmlDocument(new Map(Object.entries(files)), "en", new Map());
}

async function findings(html: string, others: Readonly<Record<string, string>> = {}) {
  const error: unknown = await compile({ "index.html": html, ...others }).catch((cause: unknown) => cause);
  if (!(error instanceof RefusedSource)) throw error;
  return error.findings;
}

const bodyOf = (html: string) => /<body>([^]*)<\/body>/.exec(html)?.[1];

describe("addresses", () => {
  test.each([
    `<script src="https://cdn.example/x.js"></script>`,
    `<script type="module" src="//cdn.example/x.js"></script>`,
    `<link rel="stylesheet" href="https://fonts.example/css">`,
    `<link rel="preconnect" href="https://fonts.example">`,
    `<img src="https://e.example/a.png">`,
    `<img srcset="data:image/png;base64,AA== 1x, https://e.example/a.png 2x">`,
    `<picture><source srcset="https://e.example/a.png"></picture>`,
    `<video poster="https://e.example/a.png"></video>`,
    `<input type="image" src="https://e.example/a.png">`,
    `<style>@import "https://e.example/a.css";</style>`,
    `<style>.a { background: url(https://e.example/a.png) }</style>`,
    `<p style="background:url('https://e.example/a.png')">`,
    `<svg><image href="https://e.example/a.png"/></svg>`,
    `<svg><use xlink:href="https://e.example/a.svg#x"/></svg>`,
    `<template><img src="https://e.example/a.png"></template>`,
  ])("%s is an external address, on its line", async (html) => {
    expect(await findings(`<p>one</p>\n\n${html}`)).toMatchObject([
      { code: "url.external", file: "index.html", line: 3 },
    ]);
  });

  test("data URLs, fragments and links are no findings", async () => {
    const html = `<img src="data:image/gif;base64,R0"><a href="https://elsewhere.example">out</a><a href="#x">in</a>
      <svg><defs><linearGradient id="g"/></defs><rect fill="url(#g)" style="fill:url(#g)"/><use href="#g"/></svg>
      <style>.a { mask: url(#g); background: url("data:image/svg+xml,%3Csvg/%3E") }</style><form action="/send"></form>`;
    expect(await compile({ "index.html": html })).toContain("elsewhere.example");
  });

  test("a relative address that is no file of the source is missing", async () => {
    expect(await findings(`<img src="logo.png">`)).toMatchObject([{ code: "url.missing", line: 1 }]);
  });
});

describe("elements", () => {
  test.each([
    `<base href="/x/">`,
    `<meta http-equiv="refresh" content="0">`,
    `<meta http-equiv="Content-Security-Policy" content="x">`,
    `<iframe srcdoc="x"></iframe>`,
    `<object data="#"></object>`,
    `<embed>`,
    `<script type="importmap">{}</script>`,
    `<script type="speculationrules">{}</script>`,
  ])("%s is refused", async (html) => {
    expect((await findings(`<p>x</p>${html}`))[0]).toMatchObject({ code: "html.refused", file: "index.html", line: 1 });
  });

  test("the harmless <meta http-equiv> of templates are dropped without a word", async () => {
    const html = await compile({ "index.html": `<meta http-equiv="X-UA-Compatible" content="IE=edge"><p>x` });
    expect(html).not.toContain("http-equiv");
  });
});

describe("scripts and styles", () => {
  test("inline ones stay exactly as they were written", async () => {
    const script = `const a = 1 < 2 && "<p>"; // done`;
    const html = await compile({
      "index.html": `<style>a > b { color: red }</style><body><p>x</p><script>${script}</script>`,
    });
    expect(html).toContain(`<script>${script}</script>`);
    expect(html).toContain("<style>a > b { color: red }</style>");
  });

  test("the source's own are inlined, escaped, and a deferred script moves to where it would have run", async () => {
    const html = await compile({
      "index.html": `<head><link rel="stylesheet" href="./app.css" media="print"><script src="app.js" defer></script></head><body><p>x</p></body>`,
      "app.css": `a::after { content: "</style>" }`,
      "app.js": `document.querySelector("p").title = "</script>";`,
    });
    expect(html).toContain(`<style media="print">a::after { content: "<\\/style>" }</style>`);
    expect(bodyOf(html)).toBe(`<p>x</p><script>document.querySelector("p").title = "<\\/script>";</script>`);
  });

  test("a syntax error names the file and line where it was written", async () => {
    expect(await findings("<p>x</p>\n<script>\nlet a = 1;\nlet b = ;\n</script>")).toMatchObject([
      { code: "syntax", file: "index.html", line: 4 },
    ]);
    expect(await findings(`<script src="a.js"></script>`, { "a.js": "1;\n(" })).toMatchObject([
      { code: "syntax", file: "a.js", line: 2 },
    ]);
  });

  test("a module may import the source's own files, and is refused what React completions are refused", async () => {
    const html = await compile({
      "index.html": `<p>x</p><script type="module">import { a } from "./a.js"; document.title = a;</script>`,
      "a.js": `export const a = "imported";`,
    });
    expect(bodyOf(html)).toMatch(/<script type="module">.*imported.*<\/script>/s);
    expect(html).not.toMatch(/\bimport\b/);
    expect(
      await findings(`\n<script type="module">\nimport x from "https://e.example/x.js"; x()</script>`),
    ).toMatchObject([{ code: "import.refused", file: "index.html", line: 3 }]);
  });

  test("data blocks are neither checked nor changed", async () => {
    const html = await compile({ "index.html": `<script type="application/json">{ not json }</script><p>x` });
    expect(html).toContain(`<script type="application/json">{ not json }</script>`);
  });
});

describe("the document around it", () => {
  test("the author's language and viewport stay, the title does not", async () => {
    const html = await compile({
      "index.html": `<html lang="fr"><head><title>Secret</title><meta name="viewport" content="width=600"></head><body>x<svg><title>kept</title></svg></body></html>`,
    });
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('content="width=600"');
    expect(html).not.toContain("Secret");
    expect(html).toContain("<title>kept</title>");
  });

  test("a line break at the start of preformatted text survives", async () => {
    const html = await compile({ "index.html": "<pre>\n\nsecond line</pre><textarea>\n\nx</textarea>" });
    expect(html).toContain("<pre>\n\nsecond line</pre><textarea>\n\nx</textarea>");
  });

  test("a script before the head still runs after the shim", async () => {
    const html = await compile({ "index.html": "<script>window.first = 1</script><head></head><p>x" });
    expect(html.indexOf("dojo:hello")).toBeLessThan(html.indexOf("window.first"));
  });
});

test("an attack keeps everything a completion would be refused, and gets the shim", () => {
  const html = uncheckedHtmlDocument(
    `<!-- a --><base href="/x"><iframe src="https://evil.example"></iframe><script src="//evil.example"></script>`,
  );
  expect(html).toContain("evil.example");
  expect(html).toContain("<base");
  expect(html.indexOf("dojo:hello")).toBeLessThan(html.indexOf("evil.example"));
});
