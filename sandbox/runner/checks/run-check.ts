import type { CheckStep, InteractionCheck, Target } from "#sandbox/contract.ts";
import { z } from "zod";

import { ProbeFailed } from "../document-frame.ts";
import type { DocumentFrame } from "../document-frame.ts";
import type { HostPage } from "../host-page.ts";
import { LIMITS } from "../limits.ts";
import type { Expectation } from "../probe/expectations.ts";
import { Input } from "./input.ts";
import type { Point } from "./input.ts";
import { Paintings } from "./paint.ts";
import { stepWords, targetWords } from "./step-words.ts";

export type CheckOutcome = { readonly passed: boolean; readonly message: string | null };

const foundSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), why: z.string() }),
]);
const pointSchema = z.object({ x: z.number(), y: z.number() });
const kindSchema = z.enum(["range", "slider", "select", "temporal", "text", "other"]);
const aimSchema = pointSchema.extend({ kind: kindSchema });
const failureSchema = z.object({ index: z.number().int(), why: z.string() }).nullable();
// JSON has no NaN: what is not a number arrives as null.
const rangeSchema = z
  .object({ value: z.number().nullable(), min: z.number(), max: z.number(), step: z.number() })
  .nullable();

type HeldKind = z.infer<typeof kindSchema>;
type Aim = z.infer<typeof aimSchema>;

/** Above this many key presses a slider is set at once: 1,000 presses take a second. */
const SLIDE_PRESSES_MAX = 200;

/** Why a step did not succeed; an ordinary result, not a fault. */
class StepFailed extends Error {}

class CheckRun {
  private readonly host: HostPage;
  private readonly frame: DocumentFrame;
  private readonly input: Input;
  private readonly paintings: Paintings;

  constructor(host: HostPage, frame: DocumentFrame) {
    this.host = host;
    this.frame = frame;
    this.input = new Input(host, frame);
    this.paintings = new Paintings(host, frame);
  }

  async begin(check: InteractionCheck): Promise<void> {
    this.host.focusFrame();
    await this.input.rest();
    await this.paintings.begin(check);
  }

  private async found(answer: Promise<unknown>): Promise<unknown> {
    const found = foundSchema.parse(await answer);
    if (!found.ok) throw new StepFailed(found.why);
    return found.value;
  }

  private hold(target: Target): Promise<unknown> {
    return this.found(this.frame.probe("hold", [target], LIMITS.unresponsiveMs));
  }

  private async point(fraction: Point | null = null): Promise<Point> {
    return pointSchema.parse(await this.found(this.frame.probe("pointOfHeld", [fraction])));
  }

  private async aim(target: Target, unpressed: HeldKind[] = [], fraction: Point | null = null): Promise<Aim> {
    return aimSchema.parse(
      await this.found(this.frame.probe("aim", [target, fraction, unpressed], LIMITS.unresponsiveMs)),
    );
  }

  private async click(target: Target, times: number): Promise<void> {
    let at: Point = await this.aim(target);
    for (let count = 1; count <= times; count += 1) {
      // The element may move or be drawn anew after a click; then whatever now fits is clicked.
      if (count > 1) at = await this.point().catch(() => this.aim(target));
      await this.input.click(at, count);
    }
  }

  private async type(step: Extract<CheckStep, { do: "type" }>): Promise<void> {
    const field = await this.aim(step.on, ["temporal"]);
    if (field.kind === "temporal") {
      await this.found(this.frame.probe("setHeldValue", [step.text]));
      return;
    }
    await this.input.click(field);
    if (step.clear) await this.input.clearField();
    else if (field.kind === "text") await this.input.press("End");
    await this.input.type(step.text);
  }

  private async press(step: Extract<CheckStep, { do: "press" }>): Promise<void> {
    if (step.on) {
      await this.hold(step.on);
      await this.frame.probe("focusHeld", []);
    }
    if (!(await this.input.press(step.key, step.times ?? 1))) throw new StepFailed("there is no such key");
  }

  private async select(target: Target, option: string): Promise<void> {
    const list = await this.aim(target, ["select"]);
    if (list.kind === "select") {
      await this.found(this.frame.probe("chooseOption", [option]));
      return;
    }
    // A list of the page's own making is opened and its option clicked, as a person does it.
    await this.input.click(list);
    await this.click({ role: "option", name: option }, 1);
  }

  private async range(): Promise<z.infer<typeof rangeSchema>> {
    return rangeSchema.parse(await this.frame.probe("rangeOfHeld", []));
  }

  private async slide(target: Target, to: number): Promise<void> {
    await this.hold(target);
    await this.frame.probe("focusHeld", []);
    const start = await this.range();
    if (!start || start.value === null) throw new StepFailed("it is not a slider");
    if (start.value === to) return;
    const towards = to > start.value ? "ArrowRight" : "ArrowLeft";
    // One press tells how far a press goes: sliders of the page's own making choose that themselves.
    await this.input.press(towards);
    const first = await this.range();
    if (!first || first.value === null || first.value === start.value)
      throw new StepFailed("it does not move by keyboard");
    const presses = Math.round(Math.abs(to - first.value) / Math.abs(first.value - start.value));
    if (presses > SLIDE_PRESSES_MAX) await this.found(this.frame.probe("setHeldValue", [String(to)]));
    else await this.input.press(towards, presses);
    const end = await this.range();
    if (!end || end.value === null || Math.abs(end.value - to) > end.step / 2) {
      throw new StepFailed(`it stands at ${end?.value ?? "nothing"}`);
    }
  }

  private async pointOf(target: Target): Promise<Point> {
    try {
      return await this.aim(target);
    } catch (error) {
      if (error instanceof StepFailed) throw new StepFailed(`${targetWords(target)}: ${error.message}`);
      throw error;
    }
  }

  private async drag(from: Target, to: Target): Promise<void> {
    await this.pointOf(to);
    const start = await this.pointOf(from);
    // Looking up the start may have scrolled; where the end is now counts.
    await this.input.drag(start, await this.aim(to));
  }

  async step(step: CheckStep): Promise<void> {
    switch (step.do) {
      case "click":
        return this.click(step.on, step.times ?? 1);
      case "type":
        return this.type(step);
      case "press":
        return this.press(step);
      case "select":
        return this.select(step.on, step.option);
      case "slide":
        return this.slide(step.on, step.to);
      case "drag":
        return this.drag(step.from, step.to);
      case "clickAt":
        return this.input.click(await this.aim(step.on, [], { x: step.x, y: step.y }));
      case "wait":
        return new Promise((resolve) => setTimeout(resolve, step.ms));
      case "remember":
        await this.hold(step.on);
        await this.frame.probe("remember", [step.as]);
        return;
      case "expectPaint": {
        const complaint = await this.paintings.expect(step);
        if (complaint !== null) throw new StepFailed(complaint);
        return;
      }
      default:
        throw new Error(`${step.do} is not a step of its own`);
    }
  }

  /** Steps that only look are answered in the page, all of a row in one call. */
  async expect(steps: readonly Expectation[]): Promise<{ index: number; why: string } | null> {
    const waitsMs = steps.reduce((sum, step) => sum + ("withinMs" in step ? (step.withinMs ?? 600) : 600), 0);
    return failureSchema.parse(await this.frame.probe("expectations", [steps], waitsMs));
  }
}

function isExpectation(step: CheckStep | undefined): step is Expectation {
  return step !== undefined && step.do.startsWith("expect") && step.do !== "expectPaint";
}

/** The expectations from `index` on, up to the next step that does something. */
function expectationsFrom(steps: readonly CheckStep[], index: number): Expectation[] {
  const row: Expectation[] = [];
  for (let step = steps[index]; isExpectation(step); step = steps[index + row.length]) row.push(step);
  return row;
}

/**
 * Runs one check on the document as it is now loaded in the frame.
 *
 * @throws {DocumentEnded} when the document hangs, crashes or leaves: that is not the failure of one check.
 */
export async function runCheck(host: HostPage, frame: DocumentFrame, check: InteractionCheck): Promise<CheckOutcome> {
  const run = new CheckRun(host, frame);
  const until = host.patience.fairNow() + LIMITS.checkMs;
  await run.begin(check);
  const fail = (index: number, why: string): CheckOutcome => {
    const step = check.steps[index];
    return { passed: false, message: `step ${index + 1}: ${step ? stepWords(step) : "?"}: ${why}` };
  };
  for (let index = 0; index < check.steps.length; ) {
    const step = check.steps[index];
    if (!step) break;
    if (host.patience.fairNow() > until) return fail(index, `the check took longer than ${LIMITS.checkMs / 1000} s`);
    const row = expectationsFrom(check.steps, index);
    try {
      const failure = row.length > 0 ? await run.expect(row) : await run.step(step);
      if (failure) return fail(index + failure.index, failure.why);
    } catch (error) {
      if (!(error instanceof StepFailed || error instanceof ProbeFailed)) throw error;
      return fail(index, error.message);
    }
    index += Math.max(1, row.length);
  }
  // The document's process has done what the last action asked for before it answers this: errors of it have been heard.
  if (!isExpectation(check.steps.at(-1))) await frame.probe("nextFrame", []);
  return { passed: true, message: null };
}
