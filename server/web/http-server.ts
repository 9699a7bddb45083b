import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";

import { monotonicMs } from "#server/platform/clock.ts";
import type { Logger } from "#server/platform/logger.ts";

import type { SecurityHeaders } from "./security-headers.ts";

export type Route = { prefix: string; handle: RequestListener };

/** Largest body of any request but an upload: the largest legal submission is a tenth of it. */
export const BODY_BYTES_MAX = 1024 * 1024;

/** Writes a problem document (RFC 9457). */
export function sendProblem(response: ServerResponse, status: number, code: string, detail: string): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { "content-type": "application/problem+json" });
  response.end(JSON.stringify({ type: `urn:dojo:${code}`, title: code, status, detail }));
}

/** Says that a body is over the limit, and reads no more of it. */
export function sendTooLarge(response: ServerResponse): void {
  response.setHeader("connection", "close");
  sendProblem(response, 413, "request.too-large", `A request body has at most ${BODY_BYTES_MAX} bytes.`);
}

/** A browser that sends a changing request from another site's page is refused before anything reads it. */
function isForeign(request: IncomingMessage, appOrigin: string): boolean {
  const safe = request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS";
  const origin = request.headers.origin;
  return !safe && origin !== undefined && origin !== appOrigin;
}

const isTooLarge = (request: IncomingMessage) => Number(request.headers["content-length"] ?? 0) > BODY_BYTES_MAX;

/** One listener for the whole origin: API prefixes first, pages for everything else. */
export function createHttpServer(options: {
  appOrigin: string;
  routes: readonly Route[];
  page: RequestListener;
  headers: SecurityHeaders;
  logger: Logger;
  onAnswer?: (seconds: number, route: string, status: number) => void;
}): Server {
  return createServer((request, response) => {
    const url = request.url ?? "/";
    const started = monotonicMs();
    const route = options.routes.find((candidate) => url.startsWith(candidate.prefix));
    response.once("close", () => {
      options.onAnswer?.((monotonicMs() - started) / 1000, route?.prefix ?? "page", response.statusCode);
    });
    options.headers.onEveryAnswer(response);
    if (isForeign(request, options.appOrigin)) {
      return sendProblem(
        response,
        403,
        "request.foreign-origin",
        `Requests that change something come from ${options.appOrigin} only.`,
      );
    }
    if (isTooLarge(request)) {
      return sendTooLarge(response);
    }
    if (route) return route.handle(request, response);
    options.headers.onPage(request, response);
    options.page(request, response);
  });
}

/** Listens, or says in one sentence why it cannot. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`Port ${port} is taken: stop what uses it, or choose another with PORT=…`) : error);
    });
    server.listen(port, host, resolve);
  });
}
