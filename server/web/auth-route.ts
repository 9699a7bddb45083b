import type { IncomingMessage, RequestListener } from "node:http";

import { createAuth, handleAuthRequest } from "#server/identity/auth.ts";
import type { Deps } from "#server/platform/deps.ts";

import type { AddressReader } from "./client-address.ts";
import { BODY_BYTES_MAX, sendProblem, sendTooLarge } from "./http-server.ts";
import { headersOf } from "./node-headers.ts";

/** Password and passkey ceremonies, as the sign-in library serves them. */
export function createAuthRoute(deps: Deps, addressOf: AddressReader): RequestListener {
  const auth = createAuth(deps);
  return (incoming, response) => {
    answer(incoming)
      .then(async (answered) => {
        for (const [name, value] of answered.headers) if (name !== "set-cookie") response.setHeader(name, value);
        const cookies = answered.headers.getSetCookie();
        if (cookies.length > 0) response.setHeader("set-cookie", cookies);
        response.writeHead(answered.status).end(Buffer.from(await answered.arrayBuffer()));
      })
      .catch((error: unknown) => {
        if (error instanceof BodyTooLarge) return sendTooLarge(response);
        deps.logger.error({ err: error }, "sign-in request failed");
        sendProblem(response, 500, "internal", "Something broke on our side. It has been logged; please try again.");
      });
  };

  async function answer(incoming: IncomingMessage): Promise<Response> {
    const init: RequestInit = { method: incoming.method ?? "GET", headers: headersOf(incoming) };
    if (init.method !== "GET" && init.method !== "HEAD") init.body = new Uint8Array(await bodyOf(incoming));
    const request = new Request(new URL(incoming.url ?? "/", deps.appOrigin), init);
    return handleAuthRequest(auth, request, addressOf(incoming));
  }
}

class BodyTooLarge extends Error {}

/** A body that claims no length is cut off at the limit all the same. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > BODY_BYTES_MAX) throw new BodyTooLarge();
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}
