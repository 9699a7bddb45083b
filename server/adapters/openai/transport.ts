import OpenAI from "openai";

import { classifyStatus, retryAfterMs } from "./retry.ts";
import { CallFault, NOTHING_USED } from "./fault.ts";
import type { ModelServerSettings } from "./settings.ts";
import { errorBodySchema, type WireError } from "./wire.ts";

export type Reply = { readonly streamed: boolean; readonly bytes: AsyncIterable<Uint8Array> };

const ERROR_BYTES_MAX = 16_384;

/**
 * Sends one request and answers with the body as it arrives. Every fault leaves as a `CallFault`. Silence longer than
 * `idleMs`, a call longer than `totalMs`, and the caller's signal all end it, before the first byte and after.
 *
 * The `openai` package carries the request; retries, time limits and the reading of answers are ours, because a budget has
 * to know of each request, and because its reader prints what it cannot parse.
 */
export async function send<T>(
  settings: ModelServerSettings,
  body: string,
  options: { readonly signal: AbortSignal | undefined; readonly nowMs: () => number },
  read: (reply: Reply) => Promise<T>,
): Promise<T> {
  const watch = watchSilence(settings, options.signal);
  try {
    const response = await clientOf(settings, watch.heard, options.nowMs)
      .post("/chat/completions", {
        body,
        headers: { "content-type": "application/json", accept: "text/event-stream, application/json" },
        signal: watch.signal,
      })
      .asResponse();
    watch.heard();
    const bytes = limited(response.body, settings.answerBytesMax, watch.heard);
    const type = response.headers.get("content-type") ?? "";
    const streamed = type.startsWith("text/event-stream");
    if (!streamed && !type.startsWith("application/json")) {
      // A proxy's page, most likely; the server behind it may have worked all the same.
      throw new CallFault("unavailable", "http.content-type", { retryable: true });
    }
    return await read({ streamed, bytes });
  } catch (error) {
    throw watch.faultOf(error);
  } finally {
    watch.end();
  }
}

/** The package's client, without the parts of it that would act behind our back. */
function clientOf(settings: ModelServerSettings, heard: () => void, nowMs: () => number): OpenAI {
  return new OpenAI({
    baseURL: settings.baseUrl,
    apiKey: settings.apiKey ?? "none",
    // A server without a key is sent none; and nothing of another account's environment goes anywhere.
    defaultHeaders: settings.apiKey === null ? { authorization: null } : {},
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: 2 * settings.totalMs,
    logLevel: "off",
    fetch: async (url, init) => {
      // The key goes to the configured server and nowhere else.
      const response = await fetch(url, { ...init, redirect: "error" });
      // Read here, with a limit: the package would read all of an error, however long.
      if (!response.ok) throw await refusalOf(response, limited(response.body, ERROR_BYTES_MAX, heard), nowMs());
      return response;
    },
  });
}

function watchSilence(settings: ModelServerSettings, outside: AbortSignal | undefined) {
  const abort = new AbortController();
  let fault: CallFault | null = null;
  const endWith = (reason: CallFault) => {
    fault ??= reason;
    abort.abort();
  };
  const silent = () => endWith(new CallFault("timeout", "stream.idle", { retryable: true }));
  const onCancel = () => endWith(new CallFault("cancelled", "cancelled"));
  let idle = setTimeout(silent, settings.idleMs);
  const total = setTimeout(
    () => endWith(new CallFault("timeout", "stream.total", { retryable: true })),
    settings.totalMs,
  );
  if (outside?.aborted) onCancel();
  outside?.addEventListener("abort", onCancel, { once: true });
  return {
    signal: abort.signal,
    heard: () => {
      clearTimeout(idle);
      idle = setTimeout(silent, settings.idleMs);
    },
    faultOf: (error: unknown): CallFault => {
      if (fault) return fault;
      if (error instanceof CallFault) return error;
      return connectionFault(error);
    },
    end: () => {
      clearTimeout(idle);
      clearTimeout(total);
      outside?.removeEventListener("abort", onCancel);
      // Whatever is still being sent is not read any more: closing tells the server to stop.
      abort.abort();
    },
  };
}

/** Before a connection stood no token was used; after that nobody knows. */
function connectionFault(error: unknown): CallFault {
  const causes = causesOf(error);
  // What our `fetch` threw comes back wrapped by the package.
  const own = causes.find((cause) => cause instanceof CallFault);
  if (own) return own;
  const code =
    causes.flatMap((cause) => ("code" in cause && cause.code !== undefined ? [String(cause.code)] : []))[0] ?? "";
  const neverConnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(code);
  return new CallFault("unavailable", /^[A-Z_]{3,40}$/.test(code) ? `connection.${code}` : "connection.broken", {
    retryable: true,
    usage: neverConnected ? NOTHING_USED : null,
  });
}

function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

async function refusalOf(response: Response, bytes: AsyncIterable<Uint8Array>, nowMs: number): Promise<CallFault> {
  const { outcome, retryable } = classifyStatus(response.status);
  if (outcome === "ok") throw new Error("A refusal is not an answer.");
  return new CallFault(outcome, `http.${response.status}`, {
    retryable,
    usage: NOTHING_USED,
    retryAfterMs: retryAfterMs(response.headers.get("retry-after"), nowMs),
    wireError: await readError(bytes),
  });
}

async function readError(bytes: AsyncIterable<Uint8Array>): Promise<WireError | null> {
  try {
    const body: unknown = JSON.parse(await readText(bytes));
    return errorBodySchema.parse(body);
  } catch {
    return null; // the status says enough
  }
}

export async function readText(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of bytes) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

async function* limited(
  body: ReadableStream<Uint8Array> | null,
  bytesMax: number,
  heard: () => void,
): AsyncGenerator<Uint8Array> {
  if (!body) return;
  let seen = 0;
  for await (const chunk of body) {
    heard();
    seen += chunk.length;
    if (seen > bytesMax) throw new CallFault("too-large", "answer.too-large");
    yield chunk;
  }
}
