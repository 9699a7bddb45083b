import { t } from "../babel.ts";
import type { Decoy } from "../decoy.ts";
import { negated } from "../negation.ts";
import { type Site, scriptSite } from "../operator.ts";
import { codeOf, isPure } from "../script-text.ts";

const MIRRORED: Readonly<Record<string, t.BinaryExpression["operator"]>> = {
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
  "===": "===",
  "!==": "!==",
};

/** `a < b` → `b > a`. Both sides must be free of effects, since they change their turn. */
export const comparisonMirrored: Decoy = {
  name: "comparison-mirrored",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isBinaryExpression()) return [];
      const { node } = path;
      const { left, right } = node;
      const operator = MIRRORED[node.operator];
      if (!operator || !t.isExpression(left) || !isPure(left) || !isPure(right)) return [];
      return [
        scriptSite(path, codeOf(node), () => {
          node.operator = operator;
          node.left = right;
          node.right = left;
        }),
      ];
    }),
};

/** `test ? a : b` → `!test ? b : a`. */
export const choiceFlipped: Decoy = {
  name: "choice-flipped",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isConditionalExpression()) return [];
      const { node } = path;
      return [
        scriptSite(path, codeOf(node), () => {
          const { consequent } = node;
          node.test = negated(node.test);
          node.consequent = node.alternate;
          node.alternate = consequent;
        }),
      ];
    }),
};

/** `a * b` → `b * a`. Not `+`, which also joins text. Two factors are rounded alike either way. */
export const productCommuted: Decoy = {
  name: "product-commuted",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isBinaryExpression({ operator: "*" })) return [];
      const { node } = path;
      const { left, right } = node;
      if (!t.isExpression(left) || !isPure(left) || !isPure(right)) return [];
      return [
        scriptSite(path, codeOf(node), () => {
          node.left = right;
          node.right = left;
        }),
      ];
    }),
};

/** `x + 1` → `1 + x` where the other side is a number for certain. */
export const sumCommuted: Decoy = {
  name: "sum-commuted",
  sites: (tree) =>
    tree.paths.flatMap((path) => {
      if (!path.isBinaryExpression({ operator: "+" })) return [];
      const { node } = path;
      const { left, right } = node;
      if (!t.isExpression(left) || !isNumber(left) || !isNumber(right)) return [];
      return [
        scriptSite(path, codeOf(node), () => {
          node.left = right;
          node.right = left;
        }),
      ];
    }),
};

function isNumber(node: t.Expression): boolean {
  if (t.isNumericLiteral(node)) return true;
  if (t.isMemberExpression(node)) return t.isIdentifier(node.property, { name: "length" }) && isPure(node);
  const isArithmetic = t.isBinaryExpression(node) && ["-", "*", "/", "%"].includes(node.operator);
  return isArithmetic && isPure(node);
}

/** `count += 1` → `count = count + 1`, for a plain variable. */
export const assignmentExpanded: Decoy = {
  name: "assignment-expanded",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      if (!path.isAssignmentExpression({ operator: "+=" })) return [];
      const { node } = path;
      const { left } = node;
      if (!t.isIdentifier(left)) return [];
      return [
        scriptSite(path, codeOf(node), () => {
          node.operator = "=";
          node.right = t.binaryExpression("+", t.identifier(left.name), node.right);
        }),
      ];
    }),
};

/** `count = count + 1` → `count += 1`. */
export const assignmentContracted: Decoy = {
  name: "assignment-contracted",
  sites: (tree) =>
    tree.paths.flatMap((path): Site[] => {
      if (!path.isAssignmentExpression({ operator: "=" })) return [];
      const { node } = path;
      const { left, right } = node;
      if (!t.isIdentifier(left) || !t.isBinaryExpression(right, { operator: "+" })) return [];
      if (!t.isIdentifier(right.left, { name: left.name })) return [];
      return [
        scriptSite(path, codeOf(node), () => {
          node.operator = "+=";
          node.right = right.right;
        }),
      ];
    }),
};
