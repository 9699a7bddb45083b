import { type Binding, type NodePath, t } from "../degradation/babel.ts";
import type { InterfaceTree } from "../degradation/interface-tree.ts";
import type { Chance } from "../keyed-chance.ts";
import { capitalised, nameGiver, type NameStyle } from "./plausible-names.ts";

/**
 * Gives every local binding a new name: functions, variables, parameters, components. Imports keep theirs, and
 * so do property names, which may be data. New names occur nowhere else in the file, so nothing can be shadowed.
 */
export function renameIdentifiersInPlace(tree: InterfaceTree, chance: Chance): void {
  if (usesNamesAsText(tree)) return;
  const give = nameGiver(chance, wordsInUse(tree));
  const pinned = namesInMarkup(tree);
  const setters = new Map<t.Identifier, t.Identifier>();
  const bindings = bindingsOf(tree).filter((binding) => isOwn(binding) && !pinned.has(binding.identifier.name));
  for (const binding of bindings) noteSetter(binding, setters);
  const settersOnly = new Set(setters.values());
  for (const binding of bindings) {
    if (settersOnly.has(binding.identifier)) continue;
    const next = give(styleOf(binding));
    const setter = setters.get(binding.identifier);
    rename(binding, next);
    const setterBinding = setter && bindings.find((each) => each.identifier === setter);
    if (setterBinding) rename(setterBinding, `set${capitalised(next)}`);
  }
}

function rename(binding: Binding, name: string): void {
  binding.scope.rename(binding.identifier.name, name);
}

function bindingsOf(tree: InterfaceTree): Binding[] {
  const found = new Set<Binding>();
  for (const path of tree.paths) {
    for (const binding of Object.values(path.scope.bindings)) found.add(binding);
  }
  return [...found];
}

/** Imports keep their names; so do types and `arguments`-like bindings that Babel cannot rename safely. */
function isOwn(binding: Binding): boolean {
  return binding.kind !== "module" && binding.kind !== "unknown" && !t.isTSType(binding.path.node);
}

/** `const [tasks, setTasks] = useState()`: the two are renamed together. */
function noteSetter(binding: Binding, setters: Map<t.Identifier, t.Identifier>): void {
  const { path } = binding;
  if (!path.isVariableDeclarator() || !t.isArrayPattern(path.node.id)) return;
  const [state, setter] = path.node.id.elements;
  const isPair = t.isIdentifier(state) && t.isIdentifier(setter) && setter.name === `set${capitalised(state.name)}`;
  if (isPair && binding.identifier === state) setters.set(state, setter);
}

function styleOf(binding: Binding): NameStyle {
  const { name } = binding.identifier;
  if (name === name.toUpperCase() && name.length > 1) return "constant";
  if (name.length === 1) return "short";
  if (name.startsWith("use") && name.charAt(3) !== name.charAt(3).toLowerCase()) return "hook";
  // React tells components by their capital.
  if (name.charAt(0) !== name.charAt(0).toLowerCase()) return "component";
  return isFunction(binding.path) ? "function" : "variable";
}

function isFunction(path: NodePath): boolean {
  return path.isFunctionDeclaration() || (path.isVariableDeclarator() && t.isFunction(path.node.init));
}

/** Every name that occurs in the script, whatever it names. */
function wordsInUse(tree: InterfaceTree): Set<string> {
  const words = new Set<string>();
  t.traverseFast(tree.script, (node) => {
    if (t.isIdentifier(node) || t.isJSXIdentifier(node)) words.add(node.name);
  });
  for (const path of tree.paths) for (const name of Object.keys(path.scope.globals ?? {})) words.add(name);
  return words;
}

/** Code that reads names at run time would notice; it does not occur in bundled interfaces, but may in others. */
function usesNamesAsText(tree: InterfaceTree): boolean {
  return tree.paths.some((path) => {
    if (path.isWithStatement()) return true;
    if (!path.isCallExpression() && !path.isNewExpression()) return false;
    return t.isIdentifier(path.node.callee, { name: "eval" }) || t.isIdentifier(path.node.callee, { name: "Function" });
  });
}

/** Names used by inline handlers (`onclick="add()"`), in the markup or in markup that the script writes. */
function namesInMarkup(tree: InterfaceTree): Set<string> {
  const code: string[] = [];
  for (const element of tree.html?.elements ?? []) {
    for (const { name, value } of element.attrs) if (name.startsWith("on")) code.push(value);
  }
  for (const path of tree.paths) {
    const text = path.isStringLiteral() ? path.node.value : path.isTemplateElement() ? path.node.value.raw : "";
    if (text.includes("<") && text.includes(" on")) code.push(text);
    const global = path.isMemberExpression() && t.isIdentifier(path.node.object) ? path.node : null;
    const isWindow =
      global && t.isIdentifier(global.object) && ["window", "globalThis", "self"].includes(global.object.name);
    if (isWindow && t.isIdentifier(global.property)) code.push(global.property.name);
  }
  return new Set(code.flatMap(identifiersIn));
}

function identifiersIn(text: string): string[] {
  const words: string[] = [];
  let word = "";
  for (const character of `${text} `) {
    const isPart =
      character === "_" ||
      character === "$" ||
      character.toLowerCase() !== character.toUpperCase() ||
      isDigit(character);
    if (isPart) word += character;
    else if (word !== "") {
      words.push(word);
      word = "";
    }
  }
  return words;
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}
