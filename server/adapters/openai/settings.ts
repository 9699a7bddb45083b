/** How a model server is reached. Prices and budgets are the pipeline's business. */
export type ModelServerSettings = {
  /** Up to and including the version, without a slash at the end: `https://openrouter.ai/api/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string | null;
  /** In the order in which they are tried. */
  readonly models: readonly string[];
  /** Requests at the same time, of this process. */
  readonly concurrency: number;
  /** Longest silence, before the first byte and between two. */
  readonly idleMs: number;
  readonly totalMs: number;
  /** Repetitions per model after faults that pass by themselves. */
  readonly retries: number;
  /** First and longest pause between repetitions; the actual one is drawn between 0 and min(max, first · 2ⁿ). */
  readonly backoffMs: { readonly first: number; readonly max: number };
  readonly answerBytesMax: number;
};
