import type { Source } from "#sandbox/contract.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { t } from "../degradation/babel.ts";
import { librarySources } from "../degradation/fixtures/library-sources.ts";
import { marketStall, readingList } from "../degradation/fixtures/sample-interfaces.ts";
import { parseInterface } from "../degradation/interface-tree.ts";
import type { UiElement } from "../degradation/ui-element.ts";
import { uiElements } from "../degradation/ui-elements.ts";
import { rerender } from "./rerender.ts";

const SOURCES = [readingList, marketStall, ...librarySources().map(({ source }) => source)];
const anySource = fc.constantFrom(...SOURCES);
const anySeed = fc.uint8Array({ minLength: 1, maxLength: 64 });

const SPOKEN = ["role", "aria-label", "alt", "title", "placeholder", "type", "value", "min", "max", "tabindex", "href"];

/** Everything a person reads or a screen reader says, element by element. */
function spoken(source: Source): string[] {
  const tree = parseInterface(source);
  const elements = uiElements(tree).map((element: UiElement) =>
    [element.tag, element.words(), ...SPOKEN.map((name) => element.value(name) ?? "")].join("|"),
  );
  // Components are renamed, also `<part.Icon>`, so only host elements count; what surrounds the page includes its script.
  const around = ["html|", "head|", "body|"];
  const isHost = (line: string) => /^[a-z][a-z0-9-]*\|/.test(line);
  // Sorted, because components that are functions may stand in another order; the order inside one is in its words.
  return elements.filter((line) => isHost(line) && !around.some((tag) => line.startsWith(tag))).toSorted();
}

/** What the script is made of, whatever its names are: kinds of nodes, properties, numbers, imports. */
function skeleton(source: Source): string[] {
  const parts: string[] = [];
  t.traverseFast(parseInterface(source).script, (node) => {
    parts.push(node.type);
    if (t.isMemberExpression(node) && t.isIdentifier(node.property) && !node.computed) parts.push(node.property.name);
    if (t.isObjectProperty(node) && t.isIdentifier(node.key) && !node.shorthand) parts.push(`${node.key.name}:`);
    if (t.isNumericLiteral(node)) parts.push(String(node.value));
    if (t.isImportSpecifier(node) && t.isIdentifier(node.imported)) parts.push(node.imported.name);
  });
  // `{ count }` becomes `{ count: total }`: the property stays, its value gets a name.
  const noise = (part: string) => part.endsWith(":") || part.endsWith("Identifier") || part.startsWith("Export");
  return parts.filter((part) => !noise(part)).toSorted();
}

describe("re-rendering", () => {
  it("gives the same bytes for the same seed, and other text for another", () => {
    fc.assert(
      fc.property(anySource, anySeed, anySeed, (source, a, b) => {
        const first = rerender(source, a);
        expect(rerender(source, a)).toEqual(first);
        if (Buffer.compare(a, b) !== 0) expect(rerender(source, b).files).not.toEqual(first.files);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it("of every interface of the library differs between two identities and parses", () => {
    for (const source of SOURCES) {
      const [a, b] = [rerender(source, Uint8Array.of(1)), rerender(source, Uint8Array.of(2))];
      expect(a.files).not.toEqual(b.files);
      expect(() => parseInterface(a)).not.toThrow();
    }
  }, 120_000);

  it("changes nothing that is read, spoken or operated", () => {
    fc.assert(
      fc.property(anySource, anySeed, (source, seed) => {
        expect(spoken(rerender(source, seed))).toEqual(spoken(source));
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it("keeps properties, numbers, imports and the kinds of all nodes", () => {
    fc.assert(
      fc.property(anySource, anySeed, (source, seed) => {
        expect(skeleton(rerender(source, seed))).toEqual(skeleton(source));
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
