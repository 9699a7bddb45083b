import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

import { z } from "zod";

import { CONTROL_HEADER, buildRequestSchema, verifyRequestSchema } from "#sandbox/contract.ts";
import type { BuildRequest, BuildResult, SandboxHealth, Verification, VerifyRequest } from "#sandbox/contract.ts";

import { listen, stop } from "./listen.ts";

/** What the control API offers; `main.ts` puts it together. */
export type ControlOperations = {
  build(request: BuildRequest): Promise<BuildResult>;
  verify(request: VerifyRequest): Promise<Verification>;
  health(): Promise<SandboxHealth>;
};

export type ControlServerOptions = {
  readonly port: number;
  readonly host?: string;
  readonly operations: ControlOperations;
};

/** Four times the largest source: room for the escapes of JSON and for the checks of a verification. */
const BODY_BYTES_MAX = 1024 * 1024;

/** A request that is answered with an error; everything else that is thrown is a fault of the sandbox. */
class RequestRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    // No encoding is set on the request, so its parts are buffers.
    const buffer = Buffer.from(part);
    bytes += buffer.length;
    if (bytes > BODY_BYTES_MAX) {
      throw new RequestRefused(413, "body.too-large", `A request may have ${BODY_BYTES_MAX} bytes.`);
    }
    parts.push(buffer);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new RequestRefused(400, "body.not-json", "The request is not JSON.");
  }
}

async function parseBody<Schema extends z.ZodType>(request: IncomingMessage, schema: Schema): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await readJson(request));
  if (!parsed.success) throw new RequestRefused(400, "body.invalid", z.prettifyError(parsed.error));
  return parsed.data;
}

/**
 * Only the server may call. A page cannot send the control header across origins without a preflight,
 * which is never answered; a page that made its own name point to this machine (DNS rebinding) is on
 * our origin, but browsers still name it in `Origin`, which the server's client never sends.
 */
function requireServer(request: IncomingMessage): void {
  if (request.headers[CONTROL_HEADER] === undefined || request.headers.origin !== undefined) {
    throw new RequestRefused(
      403,
      "control.forbidden",
      `The control API answers the server only (header ${CONTROL_HEADER}).`,
    );
  }
}

async function route(request: IncomingMessage, operations: ControlOperations): Promise<unknown> {
  requireServer(request);
  const { method, url } = request;
  if (url !== "/build" && url !== "/verify" && url !== "/health") {
    throw new RequestRefused(404, "control.unknown", "There is POST /build, POST /verify and GET /health.");
  }
  if (method !== (url === "/health" ? "GET" : "POST")) {
    throw new RequestRefused(405, "control.method", `${url} does not answer ${method ?? "this method"}.`);
  }
  if (url === "/build") return operations.build(await parseBody(request, buildRequestSchema));
  if (url === "/verify") return operations.verify(await parseBody(request, verifyRequestSchema));
  return operations.health();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": bytes.length,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    // What is left of a refused body is not read.
    ...(status === 413 ? { Connection: "close" } : {}),
  });
  response.end(bytes);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  operations: ControlOperations,
): Promise<void> {
  try {
    send(response, 200, await route(request, operations));
  } catch (error) {
    if (error instanceof RequestRefused) {
      return send(response, error.status, { error: { code: error.code, message: error.message } });
    }
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`sandbox: ${error instanceof Error ? (error.stack ?? message) : message}\n`);
    send(response, 500, { error: { code: "sandbox.fault", message } });
  }
}

/** Starts the control API: JSON over HTTP, for the server alone. */
export async function startControlServer(
  options: ControlServerOptions,
): Promise<{ port: number; close(): Promise<void> }> {
  // A verification may take a minute, and waits its turn before: only reading the request is limited.
  const limits = { headersTimeout: 5_000, requestTimeout: 30_000, maxHeaderSize: 8_192 };
  const server = createServer(limits, (request, response) => {
    void answer(request, response, options.operations);
  });
  const port = await listen(server, options.port, options.host ?? "127.0.0.1");
  return { port, close: () => stop(server) };
}
