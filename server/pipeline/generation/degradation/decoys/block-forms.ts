import { type NodePath, t } from "../babel.ts";
import type { Decoy } from "../decoy.ts";
import { type Site, scriptSite } from "../operator.ts";
import { codeOf } from "../script-text.ts";

/** `if (a) b();` → `if (a) { b(); }`. */
export const branchBraced: Decoy = {
  name: "branch-braced",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isIfStatement() || path.node.alternate || t.isBlockStatement(path.node.consequent)) return [];
      const { node } = path;
      return [
        scriptSite(path, codeOf(node), () => {
          node.consequent = t.blockStatement([node.consequent]);
        }),
      ];
    }),
};

/** `if (a) { b(); }` → `if (a) b();`. */
export const branchUnbraced: Decoy = {
  name: "branch-unbraced",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isIfStatement() || path.node.alternate) return [];
      const { node } = path;
      const [only, ...others] = t.isBlockStatement(node.consequent) ? node.consequent.body : [];
      // An `else` further out would attach to a bare inner `if`.
      const isSimple = t.isExpressionStatement(only) || t.isReturnStatement(only);
      if (!only || others.length > 0 || !isSimple || path.parentPath.isIfStatement()) return [];
      return [
        scriptSite(path, codeOf(node), () => {
          node.consequent = only;
        }),
      ];
    }),
};

/** `(a) => f(a)` → `(a) => { return f(a); }`. */
export const arrowBraced: Decoy = {
  name: "arrow-braced",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isArrowFunctionExpression() || !t.isExpression(path.node.body)) return [];
      const { node } = path;
      const { body } = node;
      if (t.isJSXElement(body) || !t.isExpression(body)) return [];
      return [
        scriptSite(path, codeOf(node), () => {
          node.body = t.blockStatement([t.returnStatement(body)]);
          node.expression = false;
        }),
      ];
    }),
};

/** `(a) => { return f(a); }` → `(a) => f(a)`. */
export const arrowUnbraced: Decoy = {
  name: "arrow-unbraced",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isArrowFunctionExpression() || !t.isBlockStatement(path.node.body)) return [];
      const { node } = path;
      const [only, ...others] = path.node.body.body;
      if (!t.isReturnStatement(only) || !only.argument || others.length > 0) return [];
      const { argument } = only;
      return [
        scriptSite(path, codeOf(node), () => {
          node.body = argument;
          node.expression = true;
        }),
      ];
    }),
};

/** A returned element is put into a fragment, where it stands alone anyway. Not in a list: its key would be lost. */
export const fragmentWrapped: Decoy = {
  name: "fragment-wrapped",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      if (!path.isReturnStatement() || !isComponentReturn(path)) return [];
      const { node } = path;
      const { argument } = node;
      if (!t.isJSXElement(argument)) return [];
      return [
        scriptSite(path, codeOf(argument.openingElement), () => {
          node.argument = t.jsxFragment(t.jsxOpeningFragment(), t.jsxClosingFragment(), [argument]);
        }),
      ];
    }),
};

/** Only the last return of the exported component: a fragment instead of an element elsewhere could remount state. */
function isComponentReturn(path: NodePath<t.ReturnStatement>): boolean {
  const owner = path.getFunctionParent();
  const returns =
    owner && t.isBlockStatement(owner.node.body)
      ? owner.node.body.body.filter((each) => t.isReturnStatement(each))
      : [];
  return owner?.parentPath?.isExportDefaultDeclaration() === true && returns.length === 1 && returns[0] === path.node;
}
