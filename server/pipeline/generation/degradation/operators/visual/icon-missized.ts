import { t } from "../../babel.ts";
import { attributeOf, tagOf } from "../../jsx-ui-element.ts";
import { dimensionOf, formatDimension } from "../../css-value.ts";
import type { InterfaceTree } from "../../interface-tree.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { setNumberInPlace } from "../../script-text.ts";
import { declarationsOf, describeDeclaration, styleOperator } from "../../style-operator.ts";

/** Large enough to break the line it stands in. */
const FACTOR = 2.5;

const sizedByClass = styleOperator({
  name: "icon-missized",
  family: "visual",
  severity: "medium",
  does: "A symbol is far too large for its place.",
  utility: (body) => {
    const [property, steps, ...rest] = body.split("-");
    const isIcon = property === "size" && rest.length === 0 && Number(steps) >= 3 && Number(steps) <= 8;
    return isIcon ? `size-${Math.round(Number(steps) * FACTOR)}` : null;
  },
  declaration: () => null,
});

export const iconMissized: Operator = {
  ...sizedByClass,
  sites: (tree) => [...sizedByClass.sites(tree), ...sizedByProp(tree), ...sizedByRule(tree)],
};

/** `<Play size={18} />`, as lucide takes it. */
function sizedByProp(tree: InterfaceTree): Site[] {
  return tree.paths.flatMap((path) => {
    if (!path.isJSXOpeningElement()) return [];
    const value = attributeOf(path.node, "size")?.value;
    const size = t.isJSXExpressionContainer(value) ? value.expression : null;
    if (!t.isNumericLiteral(size) || size.value < 8 || size.value > 40) return [];
    return [
      scriptSite(path, `size of ${tagOf(path.node.name)}`, () => {
        setNumberInPlace(size, Math.round(size.value * FACTOR));
      }),
    ];
  });
}

/** A small fixed width or height in a rule: an icon, a dot, a tick box. */
function sizedByRule(tree: InterfaceTree): Site[] {
  return declarationsOf(tree).flatMap(({ declaration, index }) => {
    const size = dimensionOf(declaration.value);
    const isSmall = size?.unit === "px" && size.amount >= 8 && size.amount <= 40;
    if (!size || !isSmall || !["width", "height"].includes(declaration.prop)) return [];
    return [
      {
        id: `css:${index}`,
        description: describeDeclaration(declaration),
        spans: [],
        editInPlace: () => {
          declaration.value = formatDimension({ amount: size.amount * FACTOR, unit: size.unit });
        },
      },
    ];
  });
}
