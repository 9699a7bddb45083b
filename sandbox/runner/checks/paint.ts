import type { CheckStep, InteractionCheck, Target } from "#sandbox/contract.ts";
import { z } from "zod";

import type { DocumentFrame } from "../document-frame.ts";
import type { HostPage } from "../host-page.ts";
import { LIMITS } from "../limits.ts";

type PaintStep = Extract<CheckStep, { do: "expectPaint" }>;

const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable();

const WITHIN_MS = 600;
/** A picture costs 20 to 35 CPU-ms, so it is not taken on every frame. */
const BETWEEN_MS = 60;

function keyOf(on: Target | undefined): string {
  return on ? JSON.stringify(on) : "page";
}

/**
 * Pictures of elements, compared by their bytes: the encoder is deterministic, so equal pixels are equal
 * files, and nothing has to be decoded. Before the first comparison the reference is the picture at load.
 */
export class Paintings {
  private readonly host: HostPage;
  private readonly frame: DocumentFrame;
  private readonly last = new Map<string, string>();

  constructor(host: HostPage, frame: DocumentFrame) {
    this.host = host;
    this.frame = frame;
  }

  private async take(on: Target | undefined): Promise<string> {
    if (on === undefined) return (await this.host.screenshot(LIMITS.screenshotMs)).toString("latin1");
    if ((await this.frame.probe("holdIfThere", [on])) !== true) return "";
    const box = boxSchema.parse(await this.frame.probe("pictureBox", []));
    return box ? (await this.host.screenshot(LIMITS.screenshotMs, box)).toString("latin1") : "";
  }

  /** Pictures at load of everything that a check will compare. */
  async begin(check: InteractionCheck): Promise<void> {
    for (const step of check.steps) {
      if (step.do !== "expectPaint" || this.last.has(keyOf(step.on))) continue;
      this.last.set(keyOf(step.on), await this.take(step.on));
    }
  }

  /** Null when it holds, else why not. */
  async expect(step: PaintStep): Promise<string | null> {
    const before = this.last.get(keyOf(step.on));
    const until = performance.now() + (step.withinMs ?? WITHIN_MS);
    for (;;) {
      const now = await this.take(step.on);
      const missing = step.on !== undefined && now === "";
      const changed = now !== before;
      if (!missing && changed !== (step.not ?? false)) {
        this.last.set(keyOf(step.on), now);
        return null;
      }
      if (performance.now() >= until) {
        this.last.set(keyOf(step.on), now);
        if (missing) return "no such element is visible";
        return changed ? "it changed" : "it did not change";
      }
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }
}
