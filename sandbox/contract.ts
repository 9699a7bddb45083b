import { z } from "zod";

/**
 * Everything the server and the sandbox say to each other. The server may import this file of the
 * sandbox and no other; the sandbox imports nothing of the server.
 */

/** Object-store key of a blob: lower-case hex SHA-256 of its bytes. */
export const objectHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Layout widths, in CSS px, at which a document is photographed and measured. */
export const VIEWPORTS = [375, 768, 1280] as const;
export type Viewport = (typeof VIEWPORTS)[number];

// ---------------------------------------------------------------------------------- building

/** Largest source, in bytes, that the bundler accepts: 200,000 nested parentheses already cost it seconds. */
export const SOURCE_BYTES_MAX = 256 * 1024;

export const sourceFileSchema = z.object({
  path: z.string().regex(/^[a-z0-9][a-z0-9._/-]{0,99}$/i),
  content: z.string().max(SOURCE_BYTES_MAX),
});

/** A completion as it was written: `index.tsx` (default-exports a React component) or `index.html`. */
export const sourceSchema = z.object({
  entry: z.enum(["index.tsx", "index.html"]),
  files: z.array(sourceFileSchema).min(1).max(12),
});
export type Source = z.infer<typeof sourceSchema>;

export const buildRequestSchema = z.object({
  source: sourceSchema,
  /** BCP 47 tag for `<html lang>`. */
  language: z.string().max(35).default("en"),
  /** The document is padded with neutral bytes to a multiple of this, so that its size says nothing. */
  padToBytes: z.number().int().min(0).max(262_144).default(32_768),
});
export type BuildRequest = z.input<typeof buildRequestSchema>;

export const findingSchema = z.object({
  /** Stable and dotted: `import.refused`, `syntax`, `url.external`, `size.source`. */
  code: z.string(),
  message: z.string(),
  file: z.string().optional(),
  line: z.number().int().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const buildResultSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), documentHash: objectHashSchema, bytes: z.number().int() }),
  z.object({ ok: z.literal(false), findings: z.array(findingSchema).min(1) }),
]);
export type BuildResult = z.infer<typeof buildResultSchema>;

// ---------------------------------------------------------------------------- interaction checks

/**
 * How a check names an element: as a person would, never by id or class (those are renamed per
 * identity). All given fields must match; `nth` picks among the matches (0-based, default 0).
 */
export const targetSchema = z
  .object({
    /** ARIA role, explicit or implied by the element: `button`, `textbox`, `checkbox`, `slider` … */
    role: z.string().optional(),
    /** Accessible name, case-insensitive substring. */
    name: z.string().optional(),
    /** Own visible text, case-insensitive substring; the innermost matching element wins. */
    text: z.string().optional(),
    /** Placeholder, case-insensitive substring. */
    placeholder: z.string().optional(),
    /** Tag name, for what has no role: `canvas`, `svg`, `td`. */
    tag: z.string().optional(),
    nth: z.number().int().min(0).optional(),
  })
  .refine(
    (t) => t.role ?? t.name ?? t.text ?? t.placeholder ?? t.tag,
    "a target needs at least one of role, name, text, placeholder, tag",
  );
export type Target = z.infer<typeof targetSchema>;

export const checkStepSchema = z.discriminatedUnion("do", [
  // Real input events.
  z.object({ do: z.literal("click"), on: targetSchema, times: z.number().int().min(1).max(20).optional() }),
  z.object({ do: z.literal("type"), on: targetSchema, text: z.string().max(200), clear: z.boolean().optional() }),
  z.object({
    do: z.literal("press"),
    key: z.string().max(20),
    on: targetSchema.optional(),
    times: z.number().int().min(1).max(50).optional(),
  }),
  z.object({ do: z.literal("select"), on: targetSchema, option: z.string().max(100) }),
  /** Sets an `<input type=range>` by keyboard steps from its current value. */
  z.object({ do: z.literal("slide"), on: targetSchema, to: z.number() }),
  z.object({ do: z.literal("drag"), from: targetSchema, to: targetSchema }),
  /** Click at a fraction (0…1) of the element's box: for canvas and svg. */
  z.object({ do: z.literal("clickAt"), on: targetSchema, x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
  z.object({ do: z.literal("wait"), ms: z.number().int().min(0).max(3000) }),
  /** Stores the current text (or value) of an element under a name, for `expectChanged` / `expectSame`. */
  z.object({ do: z.literal("remember"), on: targetSchema, as: z.string().max(40) }),
  // Expectations: retried until they hold or `withinMs` (default 600) is over.
  z.object({
    do: z.literal("expectText"),
    on: targetSchema.optional(),
    contains: z.string().max(200),
    not: z.boolean().optional(),
    withinMs: z.number().int().max(5000).optional(),
  }),
  z.object({
    do: z.literal("expectValue"),
    on: targetSchema,
    equals: z.string().max(200),
    withinMs: z.number().int().max(5000).optional(),
  }),
  z.object({
    do: z.literal("expectVisible"),
    on: targetSchema,
    not: z.boolean().optional(),
    withinMs: z.number().int().max(5000).optional(),
  }),
  z.object({
    do: z.literal("expectCount"),
    on: targetSchema,
    equals: z.number().int().min(0).max(500),
    withinMs: z.number().int().max(5000).optional(),
  }),
  z.object({
    do: z.literal("expectState"),
    on: targetSchema,
    state: z.enum(["checked", "disabled", "focused", "expanded", "pressed", "invalid"]),
    not: z.boolean().optional(),
    withinMs: z.number().int().max(5000).optional(),
  }),
  z.object({
    do: z.literal("expectChanged"),
    on: targetSchema,
    from: z.string().max(40),
    withinMs: z.number().int().max(5000).optional(),
  }),
  z.object({ do: z.literal("expectSame"), on: targetSchema, as: z.string().max(40) }),
  /** The pixels of the element (or the page) differ from those at the previous `paint` step / at load. */
  z.object({
    do: z.literal("expectPaint"),
    on: targetSchema.optional(),
    not: z.boolean().optional(),
    withinMs: z.number().int().max(5000).optional(),
  }),
]);
export type CheckStep = z.infer<typeof checkStepSchema>;

/** One statement about what must work. Every check starts on a freshly loaded document at 1280 px. */
export const interactionCheckSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** A sentence a labeller would agree with: "Adding a task puts it at the end of the list". */
  says: z.string().min(8).max(160),
  /** How much a user would miss it: 1 a nicety … 5 the point of the interface. */
  weight: z.number().int().min(1).max(5),
  steps: z.array(checkStepSchema).min(1).max(40),
});
export type InteractionCheck = z.infer<typeof interactionCheckSchema>;

// ---------------------------------------------------------------------------------- verification

export const verifyRequestSchema = z.object({
  documentHash: objectHashSchema,
  checks: z.array(interactionCheckSchema).max(30).default([]),
  viewports: z
    .array(z.union([z.literal(375), z.literal(768), z.literal(1280)]))
    .min(1)
    .max(3)
    .default([...VIEWPORTS]),
  /** Run axe (WCAG 2 A and AA). */
  axe: z.boolean().default(true),
  /** Screenshots of the undegraded base, by viewport: `signals.difference` is measured against them. */
  compareWith: z.record(z.enum(["375", "768", "1280"]), objectHashSchema).optional(),
  wallMs: z.number().int().min(500).max(60_000).default(20_000),
});
export type VerifyRequest = z.input<typeof verifyRequestSchema>;

/** Closed vocabulary of outcomes. Only `sandbox-fault` says nothing about the document: retry it, never charge it. */
export const verdictSchema = z.enum([
  "pass", // loaded, painted, answered; its checks and errors are in the signals
  "blank", // nothing to see after load
  "unresponsive", // stopped answering and was killed
  "crashed", // its renderer died
  "over-limit", // memory, DOM size, console flood or wall time
  "navigated", // tried to leave its own document
  "sandbox-fault",
]);
export type Verdict = z.infer<typeof verdictSchema>;

export const signalsSchema = z.object({
  loadMs: z.number(),
  /** Exceptions, unhandled rejections and console errors, at most 50 of at most 500 characters. */
  errors: z.array(z.string()),
  textLength: z.number().int(),
  nodeCount: z.number().int(),
  controlCount: z.number().int(),
  /** CSS px by which the document is wider than the viewport, per viewport. */
  overflowPx: z.record(z.string(), z.number()),
  /** Share of one core used while nobody touches the document, 0…1. */
  idleCpu: z.number().nullable(),
  axe: z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.number().int() })),
  checks: z.array(
    z.object({ id: z.string(), weight: z.number(), passed: z.boolean(), message: z.string().nullable() }),
  ),
  /** PNG objects by viewport. */
  screenshots: z.record(z.string(), objectHashSchema),
  /** Perceptual difference to `compareWith`, 0 (same) … 1 (nothing in common), per viewport. */
  difference: z.record(z.string(), z.number()),
});
export type Signals = z.infer<typeof signalsSchema>;

export const verificationSchema = z.object({
  documentHash: objectHashSchema,
  verdict: verdictSchema,
  /** One sentence for a person; never null when the verdict is not `pass`. */
  reason: z.string().nullable(),
  /** Null when the document never got far enough to be measured. */
  signals: signalsSchema.nullable(),
  browser: z.string(),
  /** Changes whenever the same document could be judged differently: shim, headers, limits, this code. */
  policyVersion: z.string(),
  cpuMs: z.number().nullable(),
  wallMs: z.number(),
});
export type Verification = z.infer<typeof verificationSchema>;

// ----------------------------------------------------------------------------------- transport

/**
 * Control API of the sandbox process, JSON over HTTP on `SANDBOX_CONTROL_PORT` (loopback):
 *   POST /build   buildRequestSchema  → buildResultSchema
 *   POST /verify  verifyRequestSchema → verificationSchema
 *   GET  /health  → sandboxHealthSchema
 * Every request carries the header below: a page cannot send it across origins without a CORS
 * preflight, which is never answered.
 */
export const CONTROL_HEADER = "x-dojo-sandbox-control";

export const sandboxHealthSchema = z.object({
  status: z.enum(["ok", "degraded"]),
  browser: z.string().nullable(),
  policyVersion: z.string(),
  toolchainId: z.string(),
  queued: z.number().int(),
  running: z.number().int(),
  /** Why it is degraded, or what it does without. */
  reason: z.string().optional(),
});
export type SandboxHealth = z.infer<typeof sandboxHealthSchema>;

// ------------------------------------------------------------------------ frame ↔ labelling page

/** What the shim inside a frame may say through its port. Everything here is a claim, never evidence. */
export const frameMessageSchema = z.discriminatedUnion("k", [
  z.object({ k: z.literal("ready"), nonce: z.string().max(64) }),
  z.object({ k: z.literal("pong"), n: z.number().int().min(0).max(1e9) }),
  z.object({ k: z.literal("log"), level: z.enum(["error", "warn"]), text: z.string().max(256) }),
  z.object({
    k: z.literal("ev"),
    pointer: z.number().int().min(0).max(1e9),
    key: z.number().int().min(0).max(1e9),
    scroll: z.number().int().min(0).max(1e9),
    errors: z.number().int().min(0).max(1e9),
  }),
  /** Esc or F6 was pressed inside the frame: hand the keyboard back to the page. */
  z.object({ k: z.literal("leave") }),
]);
export type FrameMessage = z.infer<typeof frameMessageSchema>;
