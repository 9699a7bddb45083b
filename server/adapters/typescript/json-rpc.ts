import type { Readable, Writable } from "node:stream";

import { z } from "zod";

const messageSchema = z.object({
  id: z.union([z.number(), z.string()]).optional(),
  method: z.string().optional(),
  result: z.unknown().optional(),
});
export type RpcMessage = z.infer<typeof messageSchema>;

const HEADER_END = "\r\n\r\n";

/** Frames of the language-server protocol: a `Content-Length` header, then that many bytes of JSON. */
export function readFrames(from: Readable, onMessage: (message: RpcMessage) => void, onGarbage: () => void): void {
  let pending = Buffer.alloc(0);
  from.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const headerEnd = pending.indexOf(HEADER_END);
      if (headerEnd === -1) return;
      const length = Number(/content-length: (\d+)/i.exec(pending.subarray(0, headerEnd).toString("ascii"))?.[1]);
      const start = headerEnd + HEADER_END.length;
      if (pending.length < start + length) return;
      const body = messageSchema.safeParse(parse(pending.subarray(start, start + length).toString("utf8")));
      pending = pending.subarray(start + length);
      if (!body.success) return onGarbage();
      onMessage(body.data);
    }
  });
}

export function writeFrame(to: Writable, message: Record<string, unknown>): void {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  to.write(`Content-Length: ${Buffer.byteLength(body)}${HEADER_END}${body}`);
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
