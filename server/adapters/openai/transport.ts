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
 * This is the only file that speaks HTTP: whoever wants an SDK's client instead replaces `send`.
 */
export async function send<T>(
  settings: ModelServerSettings,
  body: string,
  options: { readonly signal: AbortSignal | undefined; readonly nowMs: () => number },
  read: (reply: Reply) => Promise<T>,
): Promise<T> {
  const watch = watchSilence(settings, options.signal);
  try {
    const response = await fetch(`${settings.baseUrl}/chat/completions`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "text/event-stream, application/json",
        ...(settings.apiKey === null ? {} : { authorization: `Bearer ${settings.apiKey}` }),
      },
      body,
      signal: watch.signal,
      // The key goes to the configured server and nowhere else.
      redirect: "error",
    });
    watch.heard();
    const bytes = limited(response.body, settings.answerBytesMax, watch.heard);
    if (!response.ok)
      throw await refusalOf(response, limited(response.body, ERROR_BYTES_MAX, watch.heard), options.nowMs());
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
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  const neverConnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(code);
  return new CallFault("unavailable", /^[A-Z_]{3,40}$/.test(code) ? `connection.${code}` : "connection.broken", {
    retryable: true,
    usage: neverConnected ? NOTHING_USED : null,
  });
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
