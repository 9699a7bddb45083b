import type { z } from "zod";

import type { Source } from "#sandbox/contract.ts";
import type { BudgetAmounts } from "#server/validator/budget/admit-call.ts";
import type { TokenPrice } from "#server/validator/budget/call-price.ts";

import type { GenerationDeps } from "../ports.ts";
import type { ProblemFile } from "../schema.ts";

export type ModelMessage = { readonly role: "system" | "user"; readonly content: string };

/** How one call of a model ended. Closed: every outcome but `ok` is handled by somebody. */
export const MODEL_OUTCOMES = [
  "ok",
  "refused", // the model declined
  "filtered", // the server's content filter cut the answer
  "truncated", // the answer reached its token limit
  "too-large", // the answer reached our size limit
  "malformed", // not JSON, or JSON that the schema refuses
  "timeout", // silent for too long, or longer than a call may take
  "rate-limited",
  "unavailable", // no connection, 5xx, a broken stream
  "rejected", // the server refuses the request itself: key, model name, parameters
  "cancelled",
] as const;
export type ModelOutcome = (typeof MODEL_OUTCOMES)[number];

export type ModelUsage = { readonly tokensIn: number; readonly tokensOut: number };

/** One HTTP request that is about to be made, at its largest. */
export type PlannedCall = {
  readonly model: string;
  readonly tokensInMax: number;
  readonly tokensOutMax: number;
};

/** How a request ended. `usage` is null when tokens were used and nobody said how many. */
export type EndedCall = {
  readonly outcome: ModelOutcome;
  /** Short and of our own making: `http.429`, `stream.idle`; never text of the server. */
  readonly errorCode: string | null;
  readonly usage: ModelUsage | null;
  readonly latencyMs: number;
};

/** Asked before and told after every single request, retries included: nothing is spent past it. */
export type CallMeter = {
  /** Null when there is no budget for this call; then it is not made. */
  open(call: PlannedCall): Promise<{ readonly callId: string } | { readonly refused: string }>;
  close(callId: string, ended: EndedCall): Promise<void>;
};

export type ModelRequest<Value> = {
  /** Names the structure that is asked for: `problem`, `completion` … */
  readonly name: string;
  readonly messages: readonly ModelMessage[];
  /** Optional fields may be left out; nullable ones are not allowed (a strict schema knows no other way to say "left out"). */
  readonly schema: z.ZodType<Value>;
  readonly maxOutputTokens: number;
  readonly meter: CallMeter;
  readonly signal?: AbortSignal;
};

export type ModelFailure = {
  readonly ok: false;
  readonly outcome: Exclude<ModelOutcome, "ok"> | "over-budget";
  /** One sentence for a person; holds no secret and nothing that a server or a model wrote. */
  readonly message: string;
};
export type ModelAnswer<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      readonly model: string;
      readonly callId: string;
      readonly usage: ModelUsage | null;
    }
  | ModelFailure;

/** A model behind any OpenAI-compatible server: asks for one structured value, retries and falls back by itself. */
export type ModelClient = { ask<Value>(request: ModelRequest<Value>): Promise<ModelAnswer<Value>> };

/** A mistake that the type checker found in a completion. Lines count from 1. */
export type TypeDiagnostic = { readonly line: number; readonly code: string; readonly message: string };

/** Checks the types of one self-contained source without running it. Null: it could not be checked in time. */
export type TypeChecker = { check(source: string): Promise<readonly TypeDiagnostic[] | null>; close(): Promise<void> };

/** What calls may cost. */
export type Spending = {
  readonly limitsMicro: BudgetAmounts;
  /** By model name; a model without a price is not called. */
  readonly prices: Readonly<Record<string, TokenPrice>>;
};

/** Why something is not stored; null when it may be. */
export type Objection = string | null;

/**
 * The place where what models wrote is compared with what there is, before it is paid for further and stored.
 */
export type Admission = {
  problem(problem: ProblemFile): Promise<Objection>;
  /** `others` are the completions of the same problem that were accepted before it. */
  completion(source: Source, others: readonly Source[]): Promise<Objection>;
};

export type ModelPathDeps = GenerationDeps & {
  readonly models: ModelClient;
  readonly types: TypeChecker;
  readonly spending: Spending;
  readonly repairRoundsMax: number;
  readonly admission: Admission;
};
