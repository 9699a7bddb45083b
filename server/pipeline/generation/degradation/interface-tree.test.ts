import { describe, expect, it } from "vitest";

import { librarySources } from "./fixtures/library-sources.ts";
import { marketStall, readingList } from "./fixtures/sample-interfaces.ts";
import { parseInterface, printInterface } from "./interface-tree.ts";

describe("printing an interface", () => {
  it.each([
    ["React", readingList],
    ["a page", marketStall],
  ])("is a fixed point for %s", (_, source) => {
    const once = printInterface(parseInterface(source));
    expect(printInterface(parseInterface(once))).toEqual(once);
  });

  it("is a fixed point for the whole library", () => {
    const sources = librarySources();
    expect(sources.length).toBeGreaterThanOrEqual(4);
    for (const { source } of sources) {
      const once = printInterface(parseInterface(source));
      expect(printInterface(parseInterface(once))).toEqual(once);
    }
  });

  it("drops comments of every language, since they describe what an edit may take away", () => {
    const content =
      "<!doctype html><html><head><style>/* one */ p { color: red; }</style></head>" +
      "<body><!-- two --><p>text</p><script>/* three */ let a = 1; // four\n</script></body></html>";
    const printed = printInterface(parseInterface({ entry: "index.html", files: [{ path: "index.html", content }] }));
    for (const word of ["one", "two", "three", "four"]) expect(printed.files[0]?.content).not.toContain(word);
  });

  it("keeps letters of other scripts readable", () => {
    const content = "export default function A() { return <p title='名前'>{\"Привет\"} Việt</p>; }";
    const printed = printInterface(parseInterface({ entry: "index.tsx", files: [{ path: "index.tsx", content }] }));
    for (const word of ["名前", "Привет", "Việt"]) expect(printed.files[0]?.content).toContain(word);
  });

  it("hands further files through untouched", () => {
    const other = { path: "data.ts", content: "export const a   = 1 // as it is" };
    const printed = printInterface(parseInterface({ ...readingList, files: [...readingList.files, other] }));
    expect(printed.files).toContainEqual(other);
  });
});

describe("what is no interface is refused", () => {
  it.each([
    ["degradation.no-entry", { entry: "index.tsx" as const, files: [{ path: "other.tsx", content: "" }] }],
    ["degradation.syntax", { entry: "index.tsx" as const, files: [{ path: "index.tsx", content: "const = <" }] }],
    [
      "degradation.syntax",
      { entry: "index.html" as const, files: [{ path: "index.html", content: "<style>a { b: c; } }</style>" }] },
    ],
  ])("with %s", (code, source) => {
    expect(() => parseInterface(source)).toThrow(expect.objectContaining({ kind: "invalid", code }));
  });
});
