import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

import { isAddressAbsent, listen, stop } from "#sandbox/server/listen.ts";

/** A server that nothing may reach: the attacker's, or something inside the network. It answers, so that an attack goes on. */
export type Collector = {
  readonly port: number;
  /** One line for each request or WebSocket handshake that arrived. */
  readonly hits: readonly string[];
  /** Connections over which no request came: what a pre-connection leaves behind. */
  silentConnections(): number;
  close(): Promise<void>;
};

const HITS_KEPT = 50;

/** Something usable for whatever was asked for, readable from every origin. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const types: readonly (readonly [RegExp, string, string])[] = [
    [/\.m?js$/, "text/javascript", "globalThis.__r = Object.assign(globalThis.__r ?? {}, { loaded: 1 });\n"],
    [/\.css$/, "text/css", "body { color: red }\n"],
    [/\.svg$/, "image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    [/sse|event/, "text/event-stream", "data: x\n\n"],
  ];
  const [, type = "text/html", body = "<!doctype html><title>attacker</title>"] =
    types.find(([pattern]) => pattern.test(path)) ?? [];
  const wantsPassword = /401|auth/.test(path);
  response.writeHead(wantsPassword ? 401 : 200, {
    "Content-Type": `${type}; charset=utf-8`,
    "Access-Control-Allow-Origin": request.headers.origin ?? "*",
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Allow-Headers": "*, x-exfiltrated",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Supports-Loading-Mode": "credentialed-prerender",
    ...(wantsPassword ? { "WWW-Authenticate": 'Basic realm="Sign in again"' } : {}),
  });
  response.end(body);
}

export async function startCollector(): Promise<Collector> {
  const hits: string[] = [];
  const connections = new Set<Socket>();
  const used = new WeakSet<Socket>();
  const note = (kind: string, request: IncomingMessage) => {
    used.add(request.socket);
    if (hits.length < HITS_KEPT) hits.push(`${kind} ${(request.url ?? "").slice(0, 120)}`);
  };
  const create = (): Server => {
    const server = createServer((request, response) => {
      note(request.method ?? "?", request);
      request.resume();
      answer(request, response);
    });
    server.on("upgrade", (request, socket) => {
      note("upgrade", request);
      socket.destroy();
    });
    server.on("connection", (socket) => connections.add(socket));
    return server;
  };
  const servers = [create()];
  const [first] = servers;
  if (!first) throw new Error("unreachable");
  const port = await listen(first, 0, "127.0.0.1");
  // Names below localhost mean both loopback addresses; a packet to the other one must not go unseen.
  const second = create();
  try {
    await listen(second, port, "::1");
    servers.push(second);
  } catch (error) {
    if (!isAddressAbsent(error)) process.stderr.write(`attacks: [::1]:${port} is not observed\n`);
  }
  return {
    port,
    hits,
    silentConnections: () => [...connections].filter((socket) => !used.has(socket)).length,
    close: async () => {
      await Promise.all(servers.map(stop));
    },
  };
}
