import type { CheckStep, Target } from "#sandbox/contract.ts";

/** A target in words: `button "Add card"`, `text "Milk"`, `2nd canvas`. */
export function targetWords(target: Target): string {
  const kind =
    target.role ??
    target.tag ??
    (target.placeholder === undefined ? (target.text === undefined ? "element" : "") : "field");
  const parts = [
    kind,
    target.name === undefined ? "" : `"${target.name}"`,
    target.text === undefined ? "" : `${kind === "" ? "text" : "with text"} "${target.text}"`,
    target.placeholder === undefined ? "" : `with placeholder "${target.placeholder}"`,
    target.nth === undefined ? "" : `(number ${target.nth + 1})`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function within(step: { withinMs?: number | undefined }): string {
  return ` within ${step.withinMs ?? 600} ms`;
}

/** What a step does or expects, for the message of a check that fails at it. */
export function stepWords(step: CheckStep): string {
  switch (step.do) {
    case "click":
      return `click ${targetWords(step.on)}${step.times === undefined ? "" : ` ${step.times} times`}`;
    case "type":
      return `type "${step.text}" into ${targetWords(step.on)}`;
    case "press":
      return `press ${step.key}${step.on ? ` on ${targetWords(step.on)}` : ""}`;
    case "select":
      return `select "${step.option}" in ${targetWords(step.on)}`;
    case "slide":
      return `slide ${targetWords(step.on)} to ${step.to}`;
    case "drag":
      return `drag ${targetWords(step.from)} to ${targetWords(step.to)}`;
    case "clickAt":
      return `click at ${step.x}, ${step.y} of ${targetWords(step.on)}`;
    case "wait":
      return `wait ${step.ms} ms`;
    case "remember":
      return `remember ${targetWords(step.on)}`;
    case "expectText":
      return `expected ${step.not ? "no " : ""}text "${step.contains}"${step.on ? ` in ${targetWords(step.on)}` : ""}${within(step)}`;
    case "expectValue":
      return `expected ${targetWords(step.on)} to have the value "${step.equals}"${within(step)}`;
    case "expectVisible":
      return `expected ${targetWords(step.on)} ${step.not ? "not " : ""}to be visible${within(step)}`;
    case "expectCount":
      return `expected ${step.equals} × ${targetWords(step.on)}${within(step)}`;
    case "expectState":
      return `expected ${targetWords(step.on)} ${step.not ? "not " : ""}to be ${step.state}${within(step)}`;
    case "expectChanged":
      return `expected ${targetWords(step.on)} to have changed${within(step)}`;
    case "expectSame":
      return `expected ${targetWords(step.on)} to be the same as before`;
    case "expectPaint":
      return `expected the picture${step.on ? ` of ${targetWords(step.on)}` : ""} ${step.not ? "not " : ""}to change${within(step)}`;
  }
}
