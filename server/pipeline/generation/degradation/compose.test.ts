import { describe, expect, it } from "vitest";

import { compose, type Plan } from "./compose.ts";
import { marketStall, readingList } from "./fixtures/sample-interfaces.ts";
import { parseInterface } from "./interface-tree.ts";
import { operatorNamed } from "./registry.ts";

function siteId(name: string, source = readingList, at = ""): string {
  const site = operatorNamed(name)
    .sites(parseInterface(source))
    .find((each) => each.description.includes(at));
  if (!site) throw new Error(`no site of ${name} at ${at}`);
  return site.id;
}

function planOf(...operators: Plan["operators"]): Plan {
  return { operators, decoys: 3, seed: "a" };
}

describe("a composition", () => {
  it("makes every mistake of its plan and as many decoys, and says where", () => {
    const { source, edits } = compose(
      readingList,
      planOf(
        { name: "toggle-stuck", siteId: siteId("toggle-stuck") },
        { name: "contrast-lowered", siteId: "class:grey text" },
      ),
    );
    expect(edits.map(({ name, family }) => [name, family]).slice(0, 2)).toEqual([
      ["toggle-stuck", "behaviour"],
      ["contrast-lowered", "visual"],
    ]);
    expect(edits.slice(2).map((edit) => edit.family)).toEqual(["decoy", "decoy", "decoy"]);
    expect(source.files[0]?.content).toContain("setRunning(true)");
    expect(source.files[0]?.content).toContain("text-stone-600/40");
  });

  it("is the same bytes for the same plan, and others for another seed", () => {
    const plan = planOf({ name: "toggle-stuck", siteId: siteId("toggle-stuck") });
    expect(compose(readingList, plan)).toEqual(compose(readingList, plan));
    expect(compose(readingList, { ...plan, seed: "b" }).source).not.toEqual(compose(readingList, plan).source);
  });

  it("without anything to do is the base in print", () => {
    const { source, edits, drift } = compose(marketStall, { operators: [], decoys: 0, seed: "a" });
    expect(edits).toEqual([]);
    expect(drift).toEqual({ chars: 0, nodes: 0 });
    expect(compose(source, { operators: [], decoys: 0, seed: "a" }).source).toEqual(source);
  });

  it("says so when it cannot be balanced: a decoy does not make up for a part that is gone", () => {
    const gone = ["h1", "h2", "Nothing here"].map((at) => ({
      name: "heading-removed",
      siteId: siteId("heading-removed", readingList, at),
    }));
    expect(compose(readingList, { ...planOf(...gone), decoys: 0 }).balanced).toBe(false);
    expect(compose(readingList, planOf(...gone)).balanced).toBe(true);
  });
});

describe("a plan that does not fit is refused", () => {
  it("when there is no such operator or site", () => {
    const unknown = { kind: "not-found", code: "degradation.no-operator" };
    expect(() => compose(readingList, planOf({ name: "nonsense", siteId: "js:1-2" }))).toThrow(
      expect.objectContaining(unknown),
    );
    const elsewhere = { kind: "invalid", code: "degradation.no-site" };
    expect(() => compose(readingList, planOf({ name: "toggle-stuck", siteId: "js:1-2" }))).toThrow(
      expect.objectContaining(elsewhere),
    );
  });

  it("when two mistakes are about the same code", () => {
    // In this order each of the two would change something, and the first would be gone in the end.
    const twice = planOf(
      { name: "response-delayed", siteId: siteId("response-delayed", readingList, "Start over") },
      { name: "handler-dropped", siteId: siteId("handler-dropped", readingList, "Start over") },
    );
    expect(() => compose(readingList, twice)).toThrow(expect.objectContaining({ code: "degradation.conflict" }));
  });

  it("when one mistake takes away all that another is about", () => {
    const swallowed = planOf(
      { name: "font-shrunk", siteId: "class:text-2xl" },
      { name: "heading-removed", siteId: siteId("heading-removed", readingList, "h1") },
    );
    expect(() => compose(readingList, swallowed)).toThrow(expect.objectContaining({ code: "degradation.conflict" }));
  });
});
