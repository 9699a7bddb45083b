import type { NodePath, t } from "../../babel.ts";
import { type Operator, scriptSite } from "../../operator.ts";
import { codeOf, setStringInPlace } from "../../script-text.ts";

/** Names of older browsers and mirrored arrows: the usual mistakes with `event.key`. */
const MISTAKEN: Readonly<Record<string, string>> = {
  ArrowLeft: "ArrowRight",
  ArrowRight: "ArrowLeft",
  ArrowUp: "ArrowDown",
  ArrowDown: "ArrowUp",
  Enter: "Return",
  Escape: "Esc",
  " ": "Spacebar",
  Backspace: "Delete",
};

export const keyMistaken: Operator = {
  name: "key-mistaken",
  family: "behaviour",
  severity: "light",
  does: "A key does nothing, or the opposite of what it should.",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isStringLiteral() || !isKeyTest(path)) return [];
      const mistaken = MISTAKEN[path.node.value];
      if (mistaken === undefined) return [];
      return [
        scriptSite(path, `key “${path.node.value}” in ${codeOf(path.parent)}`, () => {
          setStringInPlace(path.node, mistaken);
        }),
      ];
    }),
};

function isKeyTest(path: NodePath<t.StringLiteral>): boolean {
  const { parentPath } = path;
  return parentPath.isBinaryExpression() || (parentPath.isSwitchCase() && path.key === "test");
}
