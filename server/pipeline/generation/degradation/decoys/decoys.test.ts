import type { Source } from "#sandbox/contract.ts";
import { describe, expect, it } from "vitest";

import { DECOYS } from "../decoys.ts";
import { marketStall, readingList } from "../fixtures/sample-interfaces.ts";
import { parseInterface, printInterface } from "../interface-tree.ts";
import { keyedChance } from "../../keyed-chance.ts";

function script(content: string): Source {
  return { entry: "index.html", files: [{ path: "index.html", content: `<body><script>${content}</script></body>` }] };
}

function component(content: string): Source {
  return { entry: "index.tsx", files: [{ path: "index.tsx", content }] };
}

function page(css: string): Source {
  return { entry: "index.html", files: [{ path: "index.html", content: `<style>${css}</style><p class="a">x</p>` }] };
}

/** What the first site of a decoy becomes, on one line; null when it has none. */
function edited(name: string, source: Source): string | null {
  const tree = parseInterface(source);
  const decoy = DECOYS.find((each) => each.name === name);
  const [site] = decoy?.sites(tree) ?? [];
  if (!site) return null;
  site.editInPlace(keyedChance("a"));
  const lines = (printInterface(tree).files[0]?.content ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

describe("a decoy writes the same in another way", () => {
  it.each([
    ["comparison-mirrored", script("f(a < b.c);"), "f(b.c > a);"],
    ["choice-flipped", script("f(a ? 1 : 2);"), "f(!a ? 2 : 1);"],
    ["choice-flipped", script("f(a === b ? 1 : 2);"), "f(a !== b ? 2 : 1);"],
    ["product-commuted", script("f(a * 2);"), "f(2 * a);"],
    ["sum-commuted", script("f(a.length + 1);"), "f(1 + a.length);"],
    ["assignment-expanded", script("let a = 1; a += b;"), "a = a + b;"],
    ["assignment-contracted", script("let a = 1; a = a + b;"), "a += b;"],
    ["branch-braced", script("if (a) f();"), "if (a) { f(); }"],
    ["branch-unbraced", script("if (a) { f(); }"), "if (a) f();"],
    ["arrow-braced", script("f(a => b(a));"), "f(a => { return b(a); });"],
    ["arrow-unbraced", script("f(a => { return b(a); });"), "f(a => b(a));"],
    ["declaration-split", script("const a = f(), b = g();"), "const a = f(); const b = g();"],
    ["declarations-joined", script("const a = f(); const b = g();"), "const a = f(), b = g();"],
    ["declarations-swapped", script("const a = 1; const b = 'x';"), "const b = 'x'; const a = 1;"],
    ["functions-swapped", script("function a() {} function b() {}"), "function b() {} function a() {}"],
    ["fragment-wrapped", component("export default function A() { return <p>a</p>; }"), "return <><p>a</p></>;"],
    [
      "props-swapped",
      component('export default function A() { return <p id="a" title="b">c</p>; }'),
      '<p title="b" id="a">',
    ],
    ["flag-spelled", component("export default () => <i aria-hidden />;"), '<i aria-hidden="true" />'],
    ["flag-shortened", component('export default () => <i aria-hidden="true" />;'), "<i aria-hidden />"],
    ["type-implied", component('export default () => <button type="button">a</button>;'), "<button>a</button>"],
    ["text-unwrapped", component('export default () => <p>{"a b"}</p>;'), "<p>a b</p>"],
    ["rule-split", page(".a { color: red; margin: 0; top: 0; }"), ".a { color: red; margin: 0; }.a { top: 0; }"],
    ["css-reordered", page(".a { color: red; margin: 0; }"), ".a { margin: 0; color: red; }"],
  ])("%s", (name, source, expected) => {
    expect(edited(name, source)).toContain(expected);
  });

  it("and leaves alone what only looks alike", () => {
    expect(edited("sum-commuted", script("f(a + 1);"))).toBeNull();
    expect(edited("comparison-mirrored", script("f(g() < h());"))).toBeNull();
    expect(edited("declarations-swapped", script("const a = 1; const b = f(a);"))).toBeNull();
    expect(edited("declarations-swapped", script("const a = useState(1); const b = useState(2);"))).toBeNull();
    expect(edited("css-reordered", page(".a { border: 0; border-color: red; }"))).toBeNull();
    expect(edited("css-reordered", page(".a { font: inherit; font-size: 2px; }"))).toBeNull();
    expect(edited("branch-unbraced", script("if (a) { f(); } else g();"))).toBeNull();
    const inForm = component('export default () => <form><button type="button">a</button></form>;');
    expect(edited("type-implied", inForm)).toBeNull();
    const inList = component("export default function A() { return l.map((x) => { return <p key={x}>a</p>; }); }");
    expect(edited("fragment-wrapped", inList)).toBeNull();
  });

  it.each([
    ["React", readingList],
    ["a page", marketStall],
  ])("finds at least ten kinds to choose from in %s", (_, source) => {
    const tree = parseInterface(source);
    expect(DECOYS.filter((decoy) => decoy.sites(tree).length > 0).length).toBeGreaterThanOrEqual(10);
  });
});
