import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import next from "next";

import { announceReady } from "#server/platform/lifecycle.ts";

/**
 * The server of `bench handlers`: the same small answer from a plain Node handler (`/plain`) and from
 * a route handler of the Next application beside it (`/handler`).
 */
const [dir = "", port = ""] = process.argv.slice(2);
const pages = next({ dev: false, dir });
await pages.prepare();
const page = pages.getRequestHandler();

async function answerPlainly(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const answer = JSON.stringify({ received: JSON.parse(Buffer.concat(chunks).toString()) });
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(answer) });
  response.end(answer);
}

createServer((request, response) => {
  void (request.url === "/plain" ? answerPlainly(request, response) : page(request, response));
}).listen(Number(port), "127.0.0.1", announceReady);
process.on("disconnect", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));
