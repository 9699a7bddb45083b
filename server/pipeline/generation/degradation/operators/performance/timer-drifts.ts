import { type NodePath, t } from "../../babel.ts";
import type { InterfaceTree } from "../../interface-tree.ts";
import { type Operator, type Site, scriptSite } from "../../operator.ts";
import { codeOf, setNumberInPlace } from "../../script-text.ts";

/** Seen to be wrong within a few seconds, also by those who do not count along. */
const FACTOR = 2.5;
const JERKY_MS = 140;

export const timerDrifts: Operator = {
  name: "timer-drifts",
  family: "performance",
  severity: "light",
  does: "A clock runs slow, or movement comes in jerks.",
  sites: (tree) => [
    ...tree.paths.flatMap((path): Site[] => {
      if (path.isCallExpression()) return delaySite(path);
      return path.isVariableDeclarator() ? namedDelay(path) : [];
    }),
    ...frameSite(tree),
  ],
};

/** `const TURN_BACK_MS = 1100`. */
function namedDelay(path: NodePath<t.VariableDeclarator>): Site[] {
  const { id, init } = path.node;
  if (!t.isIdentifier(id) || !t.isNumericLiteral(init)) return [];
  const isDelay = ["ms", "delay", "interval", "duration"].some((word) => id.name.toLowerCase().endsWith(word));
  return isDelay ? [slowed(path, init)] : [];
}

function delaySite(path: NodePath<t.CallExpression>): Site[] {
  const { callee, arguments: given } = path.node;
  const [, delay] = given;
  const isTimer = t.isIdentifier(callee) && ["setInterval", "setTimeout"].includes(callee.name);
  return isTimer && t.isNumericLiteral(delay) && delay.value >= 30 ? [slowed(path, delay)] : [];
}

function slowed(path: NodePath, delay: t.NumericLiteral): Site {
  return scriptSite(path, codeOf(path.node), () => {
    setNumberInPlace(delay, Math.round(delay.value * FACTOR));
  });
}

/**
 * `requestAnimationFrame(step)` → `setTimeout(() => step(performance.now()), 140)`, everywhere at once and with
 * the calls that stop it, so that it is slower and nothing else.
 */
function frameSite(tree: InterfaceTree): Site[] {
  const starts = tree.paths.filter((path): path is NodePath<t.CallExpression> =>
    isCallOf(path, "requestAnimationFrame"),
  );
  const steps = starts.map((path) => path.node.arguments[0]);
  const [first] = starts;
  if (!first || !steps.every((step) => t.isIdentifier(step))) return [];
  const stops = tree.paths.filter((path): path is NodePath<t.CallExpression> => isCallOf(path, "cancelAnimationFrame"));
  return [
    scriptSite(
      first,
      "every animation frame",
      () => {
        for (const stop of stops) stop.node.callee = t.identifier("clearTimeout");
        for (const start of starts) delayInPlace(start);
      },
      [...starts.slice(1), ...stops],
    ),
  ];
}

function isCallOf(path: NodePath, name: string): boolean {
  return path.isCallExpression() && t.isIdentifier(path.node.callee, { name });
}

function delayInPlace(start: NodePath<t.CallExpression>): void {
  const [step] = start.node.arguments;
  if (!t.isIdentifier(step)) return;
  const now = t.callExpression(t.memberExpression(t.identifier("performance"), t.identifier("now")), []);
  const later = t.arrowFunctionExpression([], t.callExpression(step, [now]));
  start.node.callee = t.identifier("setTimeout");
  start.node.arguments = [later, t.numericLiteral(JERKY_MS)];
}
