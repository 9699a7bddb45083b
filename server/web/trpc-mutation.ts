import type { IncomingMessage, ServerResponse } from "node:http";

import { callTRPCProcedure, getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { getErrorShape } from "@trpc/server/shared";
import superjson from "superjson";

import type { Context } from "#server/api/context.ts";
import { appRouter } from "#server/api/root.ts";

import { BODY_BYTES_MAX, sendTooLarge } from "./http-server.ts";

export type MutationCall = {
  /** The procedure's name. */
  path: string;
  createContext: () => Promise<Context>;
  onError: (error: TRPCError) => void;
};

/** tRPC keeps all procedures by their whole name; its type shows them nested. */
const kindOf = (procedure: object) => ("_def" in procedure ? Object(procedure._def).type : undefined);
const mutations = new Set(
  Object.entries(appRouter._def.procedures).flatMap(([path, procedure]) =>
    kindOf(procedure) === "mutation" ? [path] : [],
  ),
);

/** What our client sends for a mutation: one call in a JSON body, without any parameter. */
export function isPlainMutation(request: IncomingMessage, path: string): boolean {
  return (
    request.method === "POST" &&
    mutations.has(path) &&
    !request.url?.includes("?") &&
    request.headers["content-type"]?.startsWith("application/json") === true
  );
}

/**
 * Answers one mutation in tRPC's wire format, as the library's own adapter would, but without turning Node's request and
 * response into the web's first: that cost a third of the time of `next` and `submit` (docs/performance.md).
 */
export async function answerMutation(request: IncomingMessage, response: ServerResponse, call: MutationCall) {
  const body = await readBody(request);
  if (body === null) return sendTooLarge(response);
  const type = "mutation";
  let ctx: Context | undefined;
  let input: unknown;
  try {
    ctx = await call.createContext();
    const getRawInput = async () => (input = readInput(body));
    const signal = undefined;
    const { path } = call;
    const data = await callTRPCProcedure({ router: appRouter, path, type, ctx, getRawInput, signal, batchIndex: 0 });
    sendJson(response, 200, { result: { data: superjson.serialize(data) } });
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    call.onError(error);
    const shape = getErrorShape({ config: appRouter._def._config, error, type, path: call.path, input, ctx });
    sendJson(response, shape.data.httpStatus, { error: superjson.serialize(shape) });
  }
}

function readInput(body: Buffer): unknown {
  try {
    return superjson.deserialize(JSON.parse(body.toString()));
  } catch (cause) {
    throw new TRPCError({ code: "BAD_REQUEST", message: "The request's body is not what our client writes.", cause });
  }
}

/** The whole body; null when it is over the limit, of which the rest is not read. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > BODY_BYTES_MAX) resolve(null);
      else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", reject);
  });
}

/** Head and body in one write: with several, system calls are what a busy server spends most of its time on. */
function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.end(body);
}
