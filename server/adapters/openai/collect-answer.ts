import type { ModelUsage } from "#server/pipeline/generation/model/ports.ts";

import { readEvents } from "./event-stream.ts";
import { CallFault } from "./fault.ts";
import { type Reply, readText } from "./transport.ts";
import { chunkSchema, wholeSchema } from "./wire.ts";

export type Collected = { readonly text: string; readonly usage: ModelUsage | null };

type Parts = { text: string; refusal: string; finish: string | null; done: boolean; usage: ModelUsage | null };

/** The whole text of an answer, streamed or not; what is not a complete answer is thrown as a `CallFault`. */
export async function collectAnswer(reply: Reply): Promise<Collected> {
  const parts = reply.streamed ? await collectStream(reply) : await readWhole(reply);
  const { usage } = parts;
  if (parts.refusal !== "") throw new CallFault("refused", "answer.refused", { usage });
  if (parts.finish === "content_filter") throw new CallFault("filtered", "answer.filtered", { usage });
  if (parts.finish === "length") throw new CallFault("truncated", "answer.truncated", { usage });
  // A stream that simply ends was cut on the way, however much of it is there.
  if (parts.finish === null && !parts.done)
    throw new CallFault("unavailable", "stream.cut", { retryable: true, usage });
  return { text: parts.text, usage };
}

async function collectStream(reply: Reply): Promise<Parts> {
  const parts: Parts = { text: "", refusal: "", finish: null, done: false, usage: null };
  for await (const data of readEvents(reply.bytes)) {
    if (data === "[DONE]") {
      parts.done = true;
      break;
    }
    const chunk = chunkSchema.safeParse(parseJson(data));
    if (!chunk.success) throw new CallFault("unavailable", "stream.malformed", { retryable: true });
    if (chunk.data.error) throw new CallFault("unavailable", "stream.error", { retryable: true, usage: parts.usage });
    if (chunk.data.usage) parts.usage = usageOf(chunk.data.usage);
    const [choice] = chunk.data.choices ?? [];
    parts.text += choice?.delta?.content ?? "";
    parts.refusal += choice?.delta?.refusal ?? "";
    parts.finish = choice?.finish_reason ?? parts.finish;
  }
  return parts;
}

async function readWhole(reply: Reply): Promise<Parts> {
  const whole = wholeSchema.safeParse(parseJson(await readText(reply.bytes)));
  if (!whole.success) throw new CallFault("unavailable", "answer.not-a-completion", { retryable: true });
  const [choice] = whole.data.choices;
  return {
    text: choice?.message.content ?? "",
    refusal: choice?.message.refusal ?? "",
    finish: choice?.finish_reason ?? null,
    done: true,
    usage: whole.data.usage ? usageOf(whole.data.usage) : null,
  };
}

const usageOf = (usage: { prompt_tokens: number; completion_tokens: number }): ModelUsage => ({
  tokensIn: usage.prompt_tokens,
  tokensOut: usage.completion_tokens,
});

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
