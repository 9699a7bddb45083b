import type { RequestListener } from "node:http";

import type { TRPCError } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";

import type { Actor, Context } from "#server/api/context.ts";
import { appRouter } from "#server/api/root.ts";
import type { Deps } from "#server/platform/deps.ts";

import type { AddressReader } from "./client-address.ts";
import { BODY_BYTES_MAX, sendProblem } from "./http-server.ts";
import { headersOf } from "./node-headers.ts";
import { answerMutation, isPlainMutation } from "./trpc-mutation.ts";

export const TRPC_PREFIX = "/api/trpc/";

/** tRPC on plain Node, beside Next: docs/decisions/004-api-beside-next.md has the figures. */
export function createTrpcRoute(
  deps: Deps,
  readActor: (headers: Headers) => Promise<Actor | null>,
  addressOf: AddressReader,
): RequestListener {
  return (request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname.slice(TRPC_PREFIX.length);
    const headers = headersOf(request);
    const createContext = async (): Promise<Context> => ({
      deps,
      actor: await readActor(headers),
      setCookie: (cookie) => response.appendHeader("set-cookie", cookie),
      request: { ip: addressOf(request), headers },
    });
    const logIfOurs = (error: TRPCError, procedure: string | undefined) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        deps.logger.error({ err: error.cause ?? error, procedure }, "procedure failed");
    };
    const answered = isPlainMutation(request, path)
      ? answerMutation(request, response, { path, createContext, onError: (error) => logIfOurs(error, path) })
      : nodeHTTPRequestHandler({
          router: appRouter,
          req: request,
          res: response,
          path,
          maxBodySize: BODY_BYTES_MAX,
          createContext,
          onError: ({ error, path: procedure }) => logIfOurs(error, procedure),
        });
    answered.catch((error: unknown) => {
      deps.logger.error({ err: error }, "trpc request failed");
      sendProblem(response, 500, "internal", "Something broke on our side. It has been logged; please try again.");
    });
  };
}
