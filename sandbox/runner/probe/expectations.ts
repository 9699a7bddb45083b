import type { CheckStep, Target } from "#sandbox/contract.ts";

import { visibleText } from "./accessible-name.ts";
import { currentText, hasState, hasValue, valueForMessage } from "./element-state.ts";
import { allElements, locate, locateAll } from "./locate.ts";
import { contains, readable } from "./text-match.ts";
import { until } from "./waiting.ts";

/** The steps that only look. Everything they need is in the page, so one call per step is enough. */
export type Expectation = Extract<
  CheckStep,
  {
    do: "expectText" | "expectValue" | "expectVisible" | "expectCount" | "expectState" | "expectChanged" | "expectSame";
  }
>;

const WITHIN_MS = 600;
const EXCERPT_CHARS = 80;

const NOT_FOUND = "no such element is visible";

function excerpt(text: string): string {
  const short = text.replace(/\s+/g, " ").trim();
  return short.length > EXCERPT_CHARS ? `${short.slice(0, EXCERPT_CHARS)}…` : short;
}

/** The visible text of an element together with the values of the controls in it: all that a reader sees there. */
function readableText(element: Element): string {
  const own = currentText(element);
  if (element.matches("input,textarea,select")) return own;
  const controls = element.querySelectorAll("input:not([type=hidden],[type=checkbox],[type=radio]),textarea,select");
  return [own, ...[...controls].map(currentText)].join(" \n ");
}

function textComplaint(step: Extract<Expectation, { do: "expectText" }>): string | null {
  const element = step.on ? locate(step.on) : document.body;
  if (!element) return step.not ? null : NOT_FOUND;
  const wanted = step.contains;
  // The values of controls are asked for only when the text alone does not have it: that is rarely needed.
  const found = contains(visibleText(element), wanted) || contains(readableText(element), wanted);
  if (found !== (step.not ?? false)) return null;
  return step.not ? "it is there" : `the text is "${excerpt(readableText(element))}"`;
}

/** The element of a target, or the complaint that there is none. */
function examine(target: Target, complaintAbout: (element: Element) => string | null): string | null {
  const element = locate(target);
  return element ? complaintAbout(element) : NOT_FOUND;
}

function complaint(step: Expectation, remembered: ReadonlyMap<string, string>): string | null {
  switch (step.do) {
    case "expectText":
      return textComplaint(step);
    case "expectValue":
      return examine(step.on, (element) =>
        hasValue(element, step.equals) ? null : `the value is "${excerpt(valueForMessage(element))}"`,
      );
    case "expectVisible": {
      const visible = locateAll(step.on)[step.on.nth ?? 0] !== undefined;
      if (visible !== (step.not ?? false)) return null;
      return step.not ? "it is visible" : NOT_FOUND;
    }
    case "expectCount": {
      const count = locateAll(step.on).length;
      return count === step.equals ? null : `there are ${count}`;
    }
    case "expectState":
      return examine(step.on, (element) =>
        hasState(element, step.state) !== (step.not ?? false) ? null : `it is ${step.not ? "" : "not "}${step.state}`,
      );
    case "expectChanged":
    case "expectSame": {
      const before = remembered.get(step.do === "expectChanged" ? step.from : step.as);
      if (before === undefined) return "nothing was remembered under that name";
      return examine(step.on, (element) => {
        const same = readable(currentText(element)) === readable(before);
        if (same === (step.do === "expectSame")) return null;
        return same ? `it still is "${excerpt(before)}"` : `it changed to "${excerpt(currentText(element))}"`;
      });
    }
  }
}

/** Null as soon as the expectation holds, else why it does not. `expectSame` looks once: it is about this moment. */
function expectation(step: Expectation, remembered: ReadonlyMap<string, string>): Promise<string | null> {
  const withinMs = step.do === "expectSame" ? 0 : (step.withinMs ?? WITHIN_MS);
  return until(withinMs, () => complaint(step, remembered));
}

/** Expectations that follow one another, in one call; the first that does not hold ends it. */
export async function expectations(
  steps: readonly Expectation[],
  remembered: ReadonlyMap<string, string>,
): Promise<{ index: number; why: string } | null> {
  for (const [index, step] of steps.entries()) {
    const why = await expectation(step, remembered);
    if (why !== null) return { index, why };
  }
  return null;
}

/** Names of what could have been meant, for the message of a step whose target is missing. */
export function nearMisses(target: Target): string[] {
  const wider: Target | null = target.role
    ? { role: target.role }
    : target.tag
      ? { tag: target.tag }
      : target.placeholder
        ? { tag: "input" }
        : null;
  if (!wider) return [];
  const nameOf = (element: Element) => element.getAttribute("aria-label") ?? visibleText(element);
  return allElements().length > 5_000
    ? []
    : locateAll(wider)
        .slice(0, 6)
        .map((element) => excerpt(nameOf(element)).slice(0, 30));
}
