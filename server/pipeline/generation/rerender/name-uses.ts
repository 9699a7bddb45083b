import { type NodePath, t } from "../degradation/babel.ts";
import { functionOf } from "../degradation/call-graph.ts";
import type { InterfaceTree } from "../degradation/interface-tree.ts";
import { MARKUP_START, markupRuns } from "./markup-text.ts";

/** What a string in the script is taken for. `opaque` strings may become anything, so names in them are left. */
export type StringUse = "class" | "id" | "selector" | "markup" | "opaque";

const CLASS_LIST_CALLS: readonly string[] = ["add", "remove", "toggle", "contains", "replace"];
const SELECTOR_CALLS: readonly string[] = ["querySelector", "querySelectorAll", "closest", "matches"];
const ID_ATTRIBUTES: readonly string[] = [
  ...["id", "for", "htmlFor", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "form"],
  ...["aria-activedescendant", "aria-details", "aria-errormessage"],
];
const MARKUP_PROPERTIES: readonly string[] = ["innerHTML", "outerHTML"];

export function isIdAttribute(name: string): boolean {
  return ID_ATTRIBUTES.includes(name);
}

/** For every string literal and template of the script, what it is used as. */
export function stringUses(tree: InterfaceTree): Map<t.StringLiteral | t.TemplateLiteral, StringUse> {
  const uses = new Map<t.StringLiteral | t.TemplateLiteral, StringUse>();
  for (const path of tree.paths) {
    if (path.isStringLiteral() || path.isTemplateLiteral()) uses.set(path.node, useOf(path, tree));
  }
  return uses;
}

/** Follows the value outwards through choices, concatenations and templates to what receives it. */
function useOf(path: NodePath, tree: InterfaceTree): StringUse {
  const { parentPath, key } = path;
  if (!parentPath) return "opaque";
  if (parentPath.isConditionalExpression()) return key === "test" ? "opaque" : useOf(parentPath, tree);
  if (parentPath.isLogicalExpression()) return useOf(parentPath, tree);
  if (parentPath.isTemplateLiteral()) return expressionUse(parentPath, key, tree);
  if (parentPath.isBinaryExpression()) return sumUse(parentPath, tree);
  if (parentPath.isJSXExpressionContainer())
    return parentPath.parentPath.isJSXAttribute() ? useOf(parentPath, tree) : "opaque";
  if (parentPath.isJSXAttribute()) return attributeUse(String(parentPath.node.name.name));
  if (parentPath.isAssignmentExpression() && key === "right") return propertyUse(parentPath.node.left);
  if (parentPath.isCallExpression() && path.listKey === "arguments" && typeof key === "number") {
    return argumentUse(parentPath, key, tree);
  }
  return isReturned(path) ? returnUse(path, tree) : "opaque";
}

/** Concatenated markup may be cut anywhere; it is not taken apart. */
function sumUse(sum: NodePath<t.BinaryExpression>, tree: InterfaceTree): StringUse {
  const use = sum.node.operator === "+" ? useOf(sum, tree) : "opaque";
  return use === "markup" ? "opaque" : use;
}

/** In a template of markup an expression may stand in a class attribute, in another one, or between tags. */
function expressionUse(template: NodePath<t.TemplateLiteral>, key: NodePath["key"], tree: InterfaceTree): StringUse {
  const use = useOf(template, tree);
  if (use !== "markup") return use;
  let state = MARKUP_START;
  for (const quasi of template.node.quasis.slice(0, Number(key) + 1)) state = markupRuns(quasi.value.raw, state).end;
  if (!state.inTag) return "markup";
  if (state.quote === "") return "opaque";
  return state.attribute === "class" ? "class" : attributeUse(state.attribute);
}

/** In TSX `className` holds utilities, which are not ours to rename. */
function attributeUse(name: string): StringUse {
  return isIdAttribute(name) ? "id" : "opaque";
}

function propertyUse(target: t.Node): StringUse {
  if (!t.isMemberExpression(target) || !t.isIdentifier(target.property)) return "opaque";
  const { name } = target.property;
  if (name === "className") return "class";
  if (MARKUP_PROPERTIES.includes(name)) return "markup";
  return isIdAttribute(name) && name !== "form" && name !== "list" ? "id" : "opaque";
}

function argumentUse(call: NodePath<t.CallExpression>, index: number, tree: InterfaceTree): StringUse {
  const { callee } = call.node;
  if (t.isIdentifier(callee)) return parameterUse(call.get("callee"), index, tree);
  if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.property)) return "opaque";
  const { name } = callee.property;
  const onClassList =
    t.isMemberExpression(callee.object) && t.isIdentifier(callee.object.property, { name: "classList" });
  if (onClassList && CLASS_LIST_CALLS.includes(name)) return "class";
  if (SELECTOR_CALLS.includes(name)) return "selector";
  if (name === "getElementById") return "id";
  if (name === "getElementsByClassName") return "class";
  if (name === "insertAdjacentHTML" && index === 1) return "markup";
  return name === "setAttribute" && index === 1 ? setAttributeUse(call.node) : "opaque";
}

function setAttributeUse(call: t.CallExpression): StringUse {
  const [attribute] = call.arguments;
  if (!t.isStringLiteral(attribute)) return "opaque";
  if (attribute.value === "class") return "class";
  return isIdAttribute(attribute.value) ? "id" : "opaque";
}

/** `byId("toggle")`: the parameter goes to `getElementById` and nowhere else, so the argument is an id. */
function parameterUse(callee: NodePath, index: number, tree: InterfaceTree): StringUse {
  const run = functionOf(callee);
  const parameter = run?.node.params[index];
  if (!run || !t.isIdentifier(parameter)) return "opaque";
  const references = run.scope.getBinding(parameter.name)?.referencePaths ?? [];
  const uses = new Set(references.filter((use) => !isTest(use)).map((use) => useOf(use, tree)));
  const [only, ...others] = uses;
  return only !== undefined && others.length === 0 ? only : "opaque";
}

function isTest(use: NodePath): boolean {
  return (
    use.key === "test" &&
    (use.parentPath?.isIfStatement() === true || use.parentPath?.isConditionalExpression() === true)
  );
}

function isReturned(path: NodePath): boolean {
  return (
    path.parentPath?.isReturnStatement() === true ||
    (path.parentPath?.isArrowFunctionExpression() === true && path.key === "body")
  );
}

/** A function whose every call goes to the same use: `panel.innerHTML = factsOf(planet)`. */
function returnUse(path: NodePath, tree: InterfaceTree): StringUse {
  const run = path.getFunctionParent();
  if (!run) return "opaque";
  const mapped = mapUse(run, tree);
  if (mapped) return mapped;
  const name = t.isFunctionDeclaration(run.node) ? run.node.id?.name : declaredName(run);
  const references = name === undefined ? [] : (run.parentPath?.scope.getBinding(name)?.referencePaths ?? []);
  const calls = references.map((reference) => (reference.key === "callee" ? reference.parentPath : null));
  const uses = new Set(
    calls.map((call) => (call && !calls.some((each) => each && call.isDescendant(run)) ? useOf(call, tree) : "opaque")),
  );
  const [only, ...others] = uses;
  return only !== undefined && others.length === 0 ? only : "opaque";
}

function declaredName(run: NodePath<t.Function>): string | undefined {
  const { parent } = run;
  return t.isVariableDeclarator(parent) && t.isIdentifier(parent.id) ? parent.id.name : undefined;
}

/** `list.innerHTML = items.map((item) => `<li>…`).join("")`. */
function mapUse(run: NodePath<t.Function>, tree: InterfaceTree): StringUse | null {
  const map = run.parentPath;
  const member = map?.parentPath;
  const join = member?.parentPath;
  if (!map?.isCallExpression() || !member?.isMemberExpression() || !join?.isCallExpression()) return null;
  const isMap = t.isMemberExpression(map.node.callee) && t.isIdentifier(map.node.callee.property, { name: "map" });
  return isMap && t.isIdentifier(member.node.property, { name: "join" }) ? useOf(join, tree) : null;
}
