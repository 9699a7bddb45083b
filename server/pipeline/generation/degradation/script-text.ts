import { generate, type NodePath, type Scope, t } from "./babel.ts";

/** Code of a node on one line, for descriptions; long code is cut. */
export function codeOf(node: t.Node, max = 40): string {
  const { code } = generate(node, { comments: false, concise: true, jsescOption: { minimal: true } });
  return code.length > max ? `${code.slice(0, max - 1)}…` : code;
}

/** Babel prints `extra.raw` when there is one, so a changed literal must lose it. */
export function setStringInPlace(node: t.StringLiteral | t.JSXText, value: string): void {
  node.value = value;
  delete node.extra;
}

/** The value of a JSX attribute is written as in HTML: with entities, and without escapes, which Babel would print. */
export function setAttributeStringInPlace(node: t.StringLiteral, value: string): void {
  const quote = value.includes('"') && !value.includes("'") ? "'" : '"';
  const encoded = value.replaceAll("&", "&amp;").replaceAll('"', quote === '"' ? "&quot;" : '"');
  node.value = value;
  node.extra = { rawValue: value, raw: `${quote}${encoded}${quote}` };
}

export function setNumberInPlace(node: t.NumericLiteral, value: number): void {
  node.value = value;
  delete node.extra;
}

/** A declared name that means nothing else where it is put: the first free one of some plausible names. */
export function freshName(scope: Scope, candidates: readonly string[]): string {
  const taken = (name: string) =>
    scope.hasBinding(name) || scope.hasGlobal(name) || scope.hasReference(name) || globalNames.has(name);
  const free = candidates.find((name) => !taken(name));
  if (free !== undefined) return free;
  const [first = "value"] = candidates;
  for (let n = 2; ; n += 1) {
    if (!taken(`${first}${n}`)) return `${first}${n}`;
  }
}

const globalNames = new Set(["name", "event", "status", "top", "parent", "self", "length", "close", "open", "stop"]);

/** The function a node runs in, or null at module level. */
export function enclosingFunction(path: NodePath): NodePath<t.Function> | null {
  return path.getFunctionParent();
}

/** Every function around a node, innermost first. */
export function enclosingFunctions(path: NodePath): NodePath<t.Function>[] {
  const around: NodePath<t.Function>[] = [];
  for (let at = path.getFunctionParent(); at; at = at.getFunctionParent()) around.push(at);
  return around;
}

/** The name a function is known by: its own, or that of the variable or property it is assigned to. */
export function functionName(path: NodePath<t.Function>): string | null {
  const { node, parentPath } = path;
  if ((t.isFunctionDeclaration(node) || t.isFunctionExpression(node)) && node.id) return node.id.name;
  if (t.isObjectMethod(node) && t.isIdentifier(node.key)) return node.key.name;
  const holder = parentPath?.isCallExpression() ? parentPath.parentPath : parentPath;
  if (holder?.isVariableDeclarator() && t.isIdentifier(holder.node.id)) return holder.node.id.name;
  return null;
}

/** Is the expression free of effects, so that evaluating it in another order or not at all changes nothing? */
export function isPure(node: t.Node): boolean {
  if (t.isIdentifier(node) || t.isLiteral(node)) return !t.isTemplateLiteral(node) || node.expressions.every(isPure);
  if (t.isMemberExpression(node)) return isPure(node.object) && (!node.computed || isPure(node.property));
  if (t.isUnaryExpression(node)) return node.operator !== "delete" && isPure(node.argument);
  if (t.isBinaryExpression(node) || t.isLogicalExpression(node)) return isPure(node.left) && isPure(node.right);
  if (t.isConditionalExpression(node)) return isPure(node.test) && isPure(node.consequent) && isPure(node.alternate);
  if (t.isArrowFunctionExpression(node) || t.isFunctionExpression(node)) return true;
  if (t.isArrayExpression(node)) return node.elements.every((element) => element !== null && isPure(element));
  if (t.isObjectExpression(node)) {
    return node.properties.every(
      (property) => t.isObjectProperty(property) && !property.computed && isPure(property.value),
    );
  }
  return t.isTSAsExpression(node) && isPure(node.expression);
}
