import { type NodePath, t } from "../babel.ts";
import type { Decoy } from "../decoy.ts";
import { type Site, scriptSite } from "../operator.ts";
import { codeOf } from "../script-text.ts";

/** `const a = 1, b = 2;` → two statements. */
export const declarationSplit: Decoy = {
  name: "declaration-split",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isVariableDeclaration() || !isStatement(path) || path.node.declarations.length < 2) return [];
      const { kind, declarations } = path.node;
      return [
        scriptSite(path, codeOf(path.node), () => {
          path.replaceWithMultiple(declarations.map((each) => t.variableDeclaration(kind, [each])));
        }),
      ];
    }),
};

/** Two neighbouring statements of one kind → one. The order in which values are computed stays. */
export const declarationsJoined: Decoy = {
  name: "declarations-joined",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      const next = path.isVariableDeclaration() && isStatement(path) ? path.getNextSibling() : null;
      if (!path.isVariableDeclaration() || !next?.isVariableDeclaration({ kind: path.node.kind })) return [];
      if (next.node.declarations.length > 1 || path.node.declarations.length > 1) return [];
      return [
        scriptSite(
          path,
          `${codeOf(path.node)} and the next`,
          () => {
            path.node.declarations.push(...next.node.declarations);
            next.remove();
          },
          [next],
        ),
      ];
    }),
};

/** Two neighbouring constants that need nothing of each other change places. Hooks never do: React counts them. */
export const declarationsSwapped: Decoy = {
  name: "declarations-swapped",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      const next = isIndependent(path) ? path.getNextSibling() : null;
      return next && isIndependent(next) ? [swapSite(path, next)] : [];
    }),
};

/** Function declarations are hoisted, so their order means nothing. */
export const functionsSwapped: Decoy = {
  name: "functions-swapped",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      const next = path.isFunctionDeclaration() && path.inList ? path.getNextSibling() : null;
      return next?.isFunctionDeclaration() ? [swapSite(path, next)] : [];
    }),
};

function swapSite(first: NodePath, second: NodePath): Site {
  return scriptSite(
    first,
    `${codeOf(first.node, 24)} and the next`,
    () => {
      const { container, key } = first;
      if (!Array.isArray(container) || typeof key !== "number") return;
      container.splice(key, 2, second.node, first.node);
    },
    [second],
  );
}

function isStatement(path: NodePath): boolean {
  return path.inList && (path.parentPath?.isBlockStatement() === true || path.parentPath?.isProgram() === true);
}

/** Initialised by literals or by a function: nothing is read while the declaration runs. */
function isIndependent(path: NodePath): boolean {
  if (!path.isVariableDeclaration() || !isStatement(path)) return false;
  return path.node.declarations.every(
    ({ id, init }) => t.isIdentifier(id) && init !== null && init !== undefined && isFixed(init),
  );
}

function isFixed(node: t.Node): boolean {
  if (t.isArrowFunctionExpression(node) || t.isFunctionExpression(node)) return true;
  if (t.isTSAsExpression(node) || t.isTSSatisfiesExpression(node)) return isFixed(node.expression);
  if (t.isArrayExpression(node)) return node.elements.every((element) => element !== null && isFixed(element));
  if (t.isObjectExpression(node)) {
    return node.properties.every((each) => t.isObjectProperty(each) && !each.computed && isFixed(each.value));
  }
  return t.isLiteral(node) && !t.isTemplateLiteral(node);
}
