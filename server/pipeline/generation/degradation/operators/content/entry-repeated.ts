import { t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf } from "../../script-text.ts";

/** An entry is overwritten rather than dropped: the length of the list may be relied on, and stays the same. */
export const entryRepeated: Operator = {
  name: "entry-repeated",
  family: "content",
  severity: "medium",
  does: "One entry of the data stands twice and another is missing.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isArrayExpression() || path.node.elements.length < 3) return [];
      const { elements } = path.node;
      const entries = elements.filter((element) => t.isObjectExpression(element) && element.properties.length >= 2);
      if (entries.length !== elements.length) return [];
      return [
        scriptSite(
          path,
          `list of ${elements.length} entries, first ${codeOf(entries[0] ?? path.node, 30)}`,
          (chance) => {
            const lost = 1 + chance.below(elements.length - 1);
            const kept = elements[lost - 1];
            if (t.isObjectExpression(kept)) elements[lost] = withOwnId(t.cloneNode(kept), elements[lost]);
          },
        ),
      ];
    }),
};

/** Ids stay unique, or lists keyed by them would misbehave in ways that are not about content. */
function withOwnId(copy: t.ObjectExpression, lost: t.Node | null | undefined): t.ObjectExpression {
  if (!t.isObjectExpression(lost)) return copy;
  const isId = (property: t.Node) =>
    t.isObjectProperty(property) && t.isIdentifier(property.key) && ["id", "key", "slug"].includes(property.key.name);
  copy.properties = copy.properties.map((property) =>
    isId(property) ? (lost.properties.find(isId) ?? property) : property,
  );
  return copy;
}
