import type { InteractionCheck, Signals, Verdict, Viewport } from "#sandbox/contract.ts";
import { z } from "zod";

import { runAxe } from "./axe.ts";
import { runCheck } from "./checks/run-check.ts";
import { CdpError } from "./cdp.ts";
import { DocumentEnded, ProbeFailed } from "./document-frame.ts";
import type { DocumentEnd, DocumentFrame } from "./document-frame.ts";
import type { HostPage } from "./host-page.ts";
import { BLANK, LIMITS } from "./limits.ts";
import { pictureDifference } from "./pictures/difference.ts";
import { fingerprintOfPng, luminanceDeviation } from "./pictures/fingerprint.ts";
import type { Fingerprint } from "./pictures/fingerprint.ts";

/** A parsed request, with the pictures to compare with already at hand. */
export type Job = {
  readonly documentHash: string;
  readonly checks: readonly InteractionCheck[];
  readonly viewports: readonly Viewport[];
  readonly axe: boolean;
  readonly compareWith: ReadonlyMap<Viewport, Fingerprint>;
  readonly wallMs: number;
};

export type Outcome = {
  readonly verdict: Exclude<Verdict, "sandbox-fault">;
  readonly reason: string | null;
  /** `screenshots` stays empty: pictures are beside, the parent stores them. */
  readonly signals: Signals | null;
  readonly pictures: ReadonlyMap<Viewport, Buffer>;
};

const measurementSchema = z.object({
  textLength: z.number().int(),
  nodeCount: z.number().int(),
  controlCount: z.number().int(),
  frameCount: z.number().int(),
  overflowPx: z.number(),
});
type Measurement = z.infer<typeof measurementSchema>;

const WIDEST = 1280;
const WALL_POLL_MS = 200;
/** A quarter: all layout widths divided by it are whole pixels, and smaller saves nothing more. */
const CHECK_SCALE = 0.25;

/** Everything gathered so far, so that a document that ends early still has what was measured. */
type Findings = {
  loadMs: number;
  measurement: Measurement | null;
  idleCpu: number | null;
  overflowPx: Record<string, number>;
  axe: Signals["axe"];
  checks: Signals["checks"];
  difference: Record<string, number>;
  readonly pictures: Map<Viewport, Buffer>;
  deviation: number | null;
};

/**
 * Share of a core that the document uses while nobody touches it: CPU time of its main thread, divided by
 * that plus the time in which it had nothing to do. Time spent waiting for a core, on a busy machine, is in
 * neither: wall time alone would make a harmless animation look greedy, thread time alone a greedy one harmless.
 */
async function idleCpu(frame: DocumentFrame): Promise<number> {
  const before = await frame.metrics();
  const start = performance.now();
  await new Promise((resolve) => setTimeout(resolve, LIMITS.idleMs));
  const after = await frame.metrics();
  const wallMs = performance.now() - start;
  const used = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000;
  const cpuMs = Math.max(0, used("ThreadTime"));
  const freeMs = Math.max(0, wallMs - used("TaskDuration"));
  return cpuMs === 0 ? 0 : Math.min(1, cpuMs / (cpuMs + freeMs));
}

/** Loads, lets the document come to rest, and measures what needs no input. */
async function observe(frame: DocumentFrame, findings: Findings): Promise<void> {
  const begin = performance.now();
  await frame.start();
  await frame.probe("loaded", []);
  findings.loadMs = Math.round(performance.now() - begin);
  await frame.probe("settled", [LIMITS.settleQuietMs, LIMITS.settleMaxMs], LIMITS.settleMaxMs);
  findings.idleCpu = await idleCpu(frame);
  findings.measurement = measurementSchema.parse(await frame.probe("measure", []));
  const { nodeCount, frameCount } = findings.measurement;
  if (nodeCount > LIMITS.nodesMax || frameCount > LIMITS.framesMax) {
    frame.finish({ verdict: "over-limit", reason: `It has ${nodeCount} elements and ${frameCount} frames.` });
    frame.check();
  }
}

async function photograph(host: HostPage, frame: DocumentFrame, job: Job, findings: Findings): Promise<void> {
  host.focusHost();
  for (const width of [...job.viewports].toSorted((a, b) => b - a)) {
    await host.resize(width);
    await frame.probe("freezeAnimations", []);
    findings.overflowPx[width] = z.number().parse(await frame.probe("overflowPx", []));
    const picture = await host.screenshot(LIMITS.screenshotMs);
    findings.pictures.set(width, picture);
    const other = job.compareWith.get(width);
    const seemsBlank = isEmptyMeasure(findings.measurement) && findings.deviation === null;
    if (!other && !seemsBlank) continue;
    const print = fingerprintOfPng(picture);
    findings.deviation ??= luminanceDeviation(print);
    if (other) findings.difference[width] = pictureDifference(other, print);
  }
  await host.resize(WIDEST);
}

function isEmptyMeasure(measurement: Measurement | null): boolean {
  return measurement !== null && measurement.textLength < BLANK.textLength && measurement.controlCount === 0;
}

function isBlank({ measurement, deviation }: Findings): boolean {
  return isEmptyMeasure(measurement) && deviation !== null && deviation < BLANK.luminanceDeviation;
}

/** Pictures need their pixels, and dragging its distances: `movementX` counts pixels of the screen. */
function needsFullSize(check: InteractionCheck): boolean {
  return check.steps.some((step) => step.do === "expectPaint" || step.do === "drag");
}

async function runChecks(host: HostPage, frame: DocumentFrame, job: Job, findings: Findings): Promise<void> {
  for (const check of job.checks) {
    await host.resize(WIDEST, needsFullSize(check) ? 1 : CHECK_SCALE);
    await host.reload(frame);
    await frame.probe("loaded", []);
    const outcome = await runCheck(host, frame, check);
    findings.checks.push({ id: check.id, weight: check.weight, ...outcome });
  }
}

function signalsOf(findings: Findings, frame: DocumentFrame): Signals | null {
  const { measurement } = findings;
  if (!measurement) return null;
  return {
    loadMs: findings.loadMs,
    errors: frame.errors.list(),
    textLength: measurement.textLength,
    nodeCount: measurement.nodeCount,
    controlCount: measurement.controlCount,
    overflowPx: findings.overflowPx,
    idleCpu: findings.idleCpu,
    axe: findings.axe,
    checks: findings.checks,
    screenshots: {},
    difference: findings.difference,
  };
}

/**
 * Judges one document in a host page that is free.
 *
 * @throws {Error} when something of ours failed (browser, protocol, host page); never for what the document did.
 */
export async function verifyDocument(host: HostPage, job: Job, axeSource: () => string): Promise<Outcome> {
  const findings: Findings = {
    loadMs: 0,
    measurement: null,
    idleCpu: null,
    overflowPx: {},
    axe: [],
    checks: [],
    difference: {},
    pictures: new Map(),
    deviation: null,
  };
  await host.resize(WIDEST);
  const frame = await host.mount(job.documentHash);
  const endAt = host.patience.fairNow() + job.wallMs;
  const overTime = setInterval(() => {
    if (host.patience.fairNow() < endAt) return;
    frame.finish({ verdict: "over-limit", reason: `It was not verified within ${job.wallMs / 1000} s.` });
  }, WALL_POLL_MS);
  try {
    await observe(frame, findings);
    await photograph(host, frame, job, findings);
    if (job.axe) findings.axe = await runAxe(frame, axeSource());
    if (!isBlank(findings)) await runChecks(host, frame, job, findings);
    frame.check();
    const verdict = isBlank(findings) ? "blank" : "pass";
    const reason = verdict === "blank" ? "There is nothing to see after it has loaded." : null;
    return { verdict, reason, signals: signalsOf(findings, frame), pictures: findings.pictures };
  } catch (error) {
    const end = endBehind(frame, error);
    if (!end) throw error;
    return { ...end, signals: signalsOf(findings, frame), pictures: findings.pictures };
  } finally {
    clearInterval(overTime);
  }
}

/** What the document did to make something of ours fail; null when that was no doing of the document. */
function endBehind(frame: DocumentFrame, error: unknown): DocumentEnd | null {
  if (error instanceof DocumentEnded) return error.end;
  // Never a sandbox fault: a document that makes the probe stumble would be retried for ever and judged never.
  if (error instanceof ProbeFailed) {
    return { verdict: "unresponsive", reason: `It could not be examined: ${error.message}` };
  }
  if (!(error instanceof CdpError)) return null;
  try {
    frame.check();
    return null;
  } catch (ended) {
    return ended instanceof DocumentEnded ? ended.end : null;
  }
}
