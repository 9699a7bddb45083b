import type { Target } from "#sandbox/contract.ts";

import * as acting from "./acting.ts";
import { expectations } from "./expectations.ts";
import type { Expectation } from "./expectations.ts";
import { measure, overflowPx } from "./measure.ts";
import { freezeAnimations, loaded, nextFrame, settled } from "./waiting.ts";

/**
 * The half of the runner that runs inside the document, in an ISOLATED world: it shares the DOM with
 * the page but no JavaScript object, so a page can neither see it nor change what it calls. What it
 * answers is still about a DOM that the page controls: a measurement of the page, made in the page's process.
 */
const remembered = new Map<string, string>();

const probe = {
  loaded,
  settled: (quietMs: number, maxMs: number) => settled(quietMs, maxMs),
  freezeAnimations,
  nextFrame,
  measure,
  overflowPx,
  expectations: (steps: readonly Expectation[]) => expectations(steps, remembered),
  hold: (target: Target) => acting.hold(target),
  holdIfThere: (target: Target) => acting.holdNow(target),
  aim: (target: Target, fraction: acting.Fraction | null, unpressed: readonly acting.HeldKind[]) =>
    acting.aim(target, fraction, unpressed),
  pointOfHeld: (fraction: acting.Fraction | null) => acting.pointOfHeld(fraction),
  focusHeld: acting.focusHeld,
  rangeOfHeld: acting.rangeOfHeld,
  setHeldValue: (value: string) => acting.setHeldValue(value),
  chooseOption: (option: string) => acting.chooseOption(option),
  pictureBox: acting.pictureBox,
  remember: (as: string) => void remembered.set(as, acting.textOfHeld()),
};

export type Probe = typeof probe;

Object.assign(globalThis, { dojoProbe: probe });
