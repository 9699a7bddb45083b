import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { compileDocument } from "./compile-document.ts";
import { sampleSource, sourceOf } from "./sample-sources.ts";
import { loadVendorChunks } from "./vendor-chunks.ts";
import type { VendorChunks } from "./vendor-chunks.ts";

let cacheDir: string;
let chunks: VendorChunks;
beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), "vendor-"));
  chunks = await loadVendorChunks(cacheDir);
}, 60_000);
afterAll(() => rm(cacheDir, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

async function compile(files: Files, padToBytes = 0): Promise<string> {
  const result = await compileDocument({ source: sourceOf(files), language: "de", padToBytes }, chunks);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return Buffer.from(result.document).toString("utf8");
}

async function findings(files: Files) {
  const result = await compileDocument({ source: sourceOf(files), language: "en", padToBytes: 0 }, chunks);
  return result.ok ? [] : result.findings;
}

const app = (body: string, head = "") => ({ "index.tsx": `${head}\nexport default function App() { ${body} }` });

describe("every document", () => {
  test("is the same bytes for the same source, whatever was compiled before", async () => {
    const request = { source: sampleSource("kanban"), language: "en", padToBytes: 32_768 };
    const first = await compileDocument(request, chunks);
    await compileDocument({ ...request, source: sampleSource("dashboard") }, chunks);
    const [second, third] = await Promise.all([
      compileDocument(request, chunks),
      compileDocument(request, await loadVendorChunks(cacheDir)),
    ]);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(first.ok && first.document.length % 32_768).toBe(0);
  });

  test.each(["kanban", "dashboard", "html"] as const)(
    "%s has our head, with the shim as its first script",
    async (name) => {
      const source = sampleSource(name);
      const html = await compile(Object.fromEntries(source.files.map((file) => [file.path, file.content])));
      expect(html).toMatch(
        /^<!doctype html><html lang="(de|en)"><head><meta charset="utf-8"><meta name="viewport" content="[^"]+"><title>Interface<\/title><script>"use strict";/,
      );
      expect(html.match(/<title>/g)).toHaveLength(1);
      expect(html.match(/<meta name="viewport"/g)).toHaveLength(1);
      expect(html.indexOf("dojo:hello")).toBeLessThan(html.indexOf("</script>"));
    },
  );
});

describe("React", () => {
  test("only needed libraries are inlined", async () => {
    const plain = await compile(app("return <p>hi</p>"));
    const charts = await compile(app("return <Line />", `import { Line } from "recharts";`));
    expect(plain.length).toBeLessThan(260_000);
    expect(charts.length - plain.length).toBeGreaterThan(500_000);
  });

  test("an import that only types use brings nothing", async () => {
    const html = await compile(
      app("return <p />", `import type { LineProps } from "recharts"; import { Bar } from "recharts";`),
    );
    expect(html.length).toBeLessThan(260_000);
  });

  test("class names become styles; class names of the author's own making do not disturb", async () => {
    const html = await compile(app(`return <p className="mt-[13px] md:grid my-own-class" />`));
    expect(html).toContain("margin-top: 13px");
    expect(html).toContain("@media (width >= 48rem)");
    expect(html).toContain("box-sizing: border-box");
  });

  test("a class name cannot end the style sheet", async () => {
    const html = await compile(app(`return <p className="before:content-['</style><b>']" />`));
    const head = html.slice(0, html.indexOf("</head>"));
    expect(head.match(/<\/style>/gi)).toHaveLength(1);
    expect(head).toContain("<\\/style><b>");
  });

  test("an end tag in a string cannot end the script", async () => {
    const html = await compile(app(`return <p title={"</script><script>alert(1)"}>{"<!--<script>"}</p>`));
    expect(html).not.toContain("</script><script>alert(1)");
    expect(html).not.toContain("<!--<script>");
  });

  test("own files are found as TypeScript would find them, JSON included", async () => {
    const html = await compile({
      "index.tsx": `import { a } from "./lib/a"; import b from "./b.js"; import { c } from "./data.json"; export default () => <p>{a}{b}{c}</p>`,
      "lib/a.ts": `export { a } from "../lib/deep/index";`,
      "lib/deep/index.ts": `export const a: string = "from-a";`,
      "b.ts": `export default "from-b";`,
      "data.json": `{ "c": "from-c" }`,
    });
    for (const text of ["from-a", "from-b", "from-c"]) expect(html).toContain(text);
  });
});

describe("imports", () => {
  test.each([
    ["a Node built-in", app("return run()", `import { run } from "child_process";`)],
    ["a Node built-in by its scheme", app("return run()", `import { run } from "node:fs";`)],
    ["a package that is not on the list", app("return _.x", `import _ from "lodash";`)],
    ["a package inside a package", app("return x", `import { x } from "recharts/es6/util/x";`)],
    ["a file on our disk", app("return x", `import { x } from "/etc/passwd";`)],
    ["a style sheet", { ...app("return <p />", `import "./x.css";`), "x.css": "a{}" }],
    ["an address", app("return x", `import x from "https://evil.example/x.js";`)],
    ["an address, literally and dynamically", app(`import("https://evil.example/x.js"); return <p />`)],
    ["a data URL", app("return x", `import x from "data:text/javascript,1";`)],
    ["a require", app(`return require("fs")`)],
    ["the runtime of another library", { "index.tsx": `/** @jsxImportSource preact */ export default () => <p />` }],
    ["an icon chosen at run time", app("return Icons[name]", `import * as Icons from "lucide-react";`)],
  ])("%s is refused, with file and line", async (_, files) => {
    const [first] = await findings(files);
    expect(first).toMatchObject({ code: "import.refused", file: "index.tsx" });
    expect(first?.line).toBeGreaterThan(0);
  });

  test.each([
    ["a file that is not there", app("return x", `import x from "./nowhere";`)],
    ["a file outside the source", app("return x", `import x from "../../../secret";`)],
    ["a misspelt export of a library", app("return <LineChrt />", `import { LineChrt } from "recharts";`)],
    ["a hook that does not exist", app("useStat()", `import { useStat } from "react";`)],
    ["an icon that does not exist", app("return <NoIcon />", `import { NoIcon } from "lucide-react";`)],
  ])("%s is missing, with file and line", async (_, files) => {
    expect(await findings(files)).toMatchObject([{ code: "import.missing", file: "index.tsx" }]);
  });

  test("what is refused is said without our own words for it", async () => {
    const all = await findings(
      app("return <LineChrt />", `import { LineChrt } from "recharts"; import x from "./b"; x();`),
    );
    expect(JSON.stringify(all)).not.toMatch(/vendor:|source:|entry:|__vendor|\/work|node_modules/);
  });
});

describe("findings", () => {
  test("a syntax error names file and line", async () => {
    const files = {
      "index.tsx": `import x from "./b";\nexport default () => <p>{x}</p>`,
      "b.ts": "export default 1;\n\nconst y = ;\n",
    };
    expect(await findings(files)).toMatchObject([{ code: "syntax", file: "b.ts", line: 3 }]);
  });

  test("a source without a component, without its entry or with a path that climbs is told so", async () => {
    expect(await findings({ "index.tsx": "export const App = () => <p />" })).toMatchObject([
      { code: "entry.no-default" },
    ]);
    expect(await findings({ "app.html": "<p>" })).toMatchObject([{ code: "entry.missing" }]);
    expect(await findings({ ...app("return <p />"), "a/../../b.ts": "" })).toMatchObject([{ code: "file.path" }]);
  });

  test("a document above the limit is refused with its size", async () => {
    const request = { source: sourceOf(app("return <p />")), language: "en", padToBytes: 5 * 1024 * 1024 };
    expect(await compileDocument(request, chunks)).toMatchObject({ ok: false, findings: [{ code: "size.document" }] });
  });
});

test("a language cannot leave the attribute it stands in", async () => {
  const request = { source: sourceOf(app("return <p />")), language: 'en"><script>x', padToBytes: 0 };
  const result = await compileDocument(request, chunks);
  expect(result.ok && Buffer.from(result.document).toString().slice(0, 80)).toContain(
    '<html lang="en&quot;>&lt;script>x">',
  );
});
