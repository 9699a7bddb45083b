import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

import { objectHashSchema } from "#sandbox/contract.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";
import { REFUSAL_HEADERS, documentHeaders } from "#sandbox/policy/headers.ts";

import { acceptedEncoding, compressedDocuments } from "./compressed-documents.ts";
import type { CompressedDocuments } from "./compressed-documents.ts";
import { PortTakenError, isAddressAbsent, listen, stop } from "./listen.ts";

export type DocumentServerOptions = {
  /** 0 picks a free port. */
  readonly port: number;
  /** Origin of the pages that may frame documents. */
  readonly appOrigin: string;
  readonly objects: ObjectStore;
  /** Address to listen on; 127.0.0.1 (with ::1 beside it) when it is not given. */
  readonly host?: string;
  /** Documents are answered on hosts below this name too. Below `localhost` they always are: the verifier opens them there. */
  readonly hostSuffix?: string;
};

export type DocumentServer = { readonly port: number; close(): Promise<void> };

const LOOPBACK = "127.0.0.1";
const DEFAULT_SUFFIX = "localhost";

/**
 * Where a mounted document is reached. Every mount has a host name of its own, because one host per
 * frame is what gives every document its own process: on a shared host a loop in one option freezes
 * all four, and they stay frozen when it is removed.
 *
 * @param mount random per mount and unguessable: lower-case letters, digits and dashes.
 */
export function documentUrl(mount: string, port: number, hash: string): string {
  if (!/^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$/.test(mount))
    throw new TypeError(`"${mount}" cannot be part of a host name`);
  return `http://m${mount}.${DEFAULT_SUFFIX}:${port}/d/${objectHashSchema.parse(hash)}`;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, REFUSAL_HEADERS);
  response.end(`${text}\n`);
}

function isDocumentHost(host: string | undefined, suffixes: readonly string[]): boolean {
  const name = (host ?? "").toLowerCase().replace(/:\d+$/, "");
  return suffixes.some((suffix) => {
    const label = name.endsWith(`.${suffix}`) ? name.slice(0, -suffix.length - 1) : "";
    return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label);
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  context: { documents: CompressedDocuments; headers: Readonly<Record<string, string>>; suffixes: readonly string[] },
): Promise<void> {
  const hash = /^\/d\/([0-9a-f]{64})$/.exec(request.url ?? "")?.[1];
  if (request.method !== "GET" || hash === undefined || !isDocumentHost(request.headers.host, context.suffixes)) {
    return refuse(response, 404, "There is nothing at this address.");
  }
  // All browsers we support send the header. Opened as a page of its own, a document would be a
  // place on our domain where its author decides what a visitor sees.
  if (request.headers["sec-fetch-dest"] !== "iframe") {
    return refuse(response, 403, "This is one option of a labelling task. It opens only inside the labelling page.");
  }
  const encoding = acceptedEncoding(request.headers["accept-encoding"]?.toString());
  const bytes = await context.documents.get(hash, encoding);
  if (!bytes) return refuse(response, 404, "There is nothing at this address.");
  response.writeHead(200, {
    ...context.headers,
    Vary: "Accept-Encoding",
    "Content-Length": bytes.length,
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
  });
  response.end(bytes);
}

/**
 * Chromium resolves every name below `localhost` to both loopback addresses and may try ::1 first.
 * Somebody else's program there would be shown to labellers, so that port must be ours or nobody's.
 */
async function listenOnLoopback(create: () => Server, port: number): Promise<{ port: number; servers: Server[] }> {
  const first = create();
  const chosen = await listen(first, port, LOOPBACK);
  const second = create();
  try {
    await listen(second, chosen, "::1");
    return { port: chosen, servers: [first, second] };
  } catch (error) {
    if (isAddressAbsent(error)) return { port: chosen, servers: [first] };
    await stop(first);
    throw error;
  }
}

/** With port 0 the free port of one address may be taken on the other; then another one is tried. */
async function listenOnFreeLoopback(create: () => Server): Promise<{ port: number; servers: Server[] }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await listenOnLoopback(create, 0);
    } catch (error) {
      if (!(error instanceof PortTakenError) || attempt === 10) throw error;
    }
  }
}

/**
 * Serves untrusted documents, and nothing else: exact addresses, no cookies, no redirects, nothing of
 * the request in the answer.
 *
 * @throws {PortTakenError} when the port belongs to another program.
 */
export async function startDocumentServer(options: DocumentServerOptions): Promise<DocumentServer> {
  const context = {
    documents: compressedDocuments(options.objects),
    headers: documentHeaders(options.appOrigin),
    suffixes: [DEFAULT_SUFFIX, options.hostSuffix ?? DEFAULT_SUFFIX],
  };
  const create = () =>
    createServer({ headersTimeout: 5_000, requestTimeout: 10_000, maxHeaderSize: 8_192 }, (request, response) => {
      answer(request, response, context).catch((error: unknown) => {
        // A full disk or a damaged object: the reason is for the operator, not for the page.
        process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
        if (response.headersSent) response.destroy();
        else refuse(response, 500, "The document cannot be read at the moment.");
      });
    });

  const host = options.host ?? LOOPBACK;
  let listening: { port: number; servers: Server[] };
  if (host !== LOOPBACK && host !== "localhost") {
    const server = create();
    listening = { port: await listen(server, options.port, host), servers: [server] };
  } else {
    listening = await (options.port === 0 ? listenOnFreeLoopback(create) : listenOnLoopback(create, options.port));
  }
  return {
    port: listening.port,
    close: async () => {
      await Promise.all(listening.servers.map(stop));
    },
  };
}
