import type { Readable, Writable } from "node:stream";

import { z } from "zod";

/**
 * A Chrome DevTools Protocol client over the browser's debugging pipe: one JSON text per message, each ended
 * by a NUL byte, all targets multiplexed by `sessionId` ("flat" mode).
 *
 * A pipe and not a port, because a TCP debugging port is reachable by every other process of the machine
 * and, by a rebinding trick, by the pages under test.
 */

/** Largest single message accepted: a 1280 × 800 PNG in base64 stays below 6 MB; a page may send anything. */
const MESSAGE_BYTES_MAX = 24 * 1024 * 1024;

const COMMAND_TIMEOUT_MS = 10_000;

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
});

export type CdpParams = Record<string, unknown>;
export type CdpListener = (params: CdpParams) => void;

/** Why a command has no result. `timeout` and `closed` are about the page or browser, `refused` about the command. */
export class CdpError extends Error {
  readonly kind: "timeout" | "closed" | "refused";
  constructor(kind: "timeout" | "closed" | "refused", message: string) {
    super(message);
    this.name = "CdpError";
    this.kind = kind;
  }
}

type Pending = {
  readonly sessionId: string | undefined;
  readonly resolve: (result: CdpParams) => void;
  readonly reject: (error: CdpError) => void;
  readonly timer: NodeJS.Timeout;
};

export class CdpConnection {
  /** Session of the browser itself. */
  readonly browser: CdpSession;
  onClose: (reason: string) => void = () => {};

  private readonly writable: Writable;
  private readonly pending = new Map<number, Pending>();
  private readonly sessions = new Map<string, CdpSession>();
  private nextId = 1;
  private chunks: Buffer[] = [];
  private chunkBytes = 0;
  private closedBecause: string | null = null;

  constructor(writable: Writable, readable: Readable) {
    this.writable = writable;
    this.browser = new CdpSession(this, undefined);
    readable.on("data", (chunk: Buffer) => this.receive(chunk));
    readable.on("close", () => this.close("the browser closed its pipe"));
    readable.on("error", () => this.close("the browser's pipe broke"));
    writable.on("error", () => this.close("the browser's pipe broke"));
  }

  session(sessionId: string): CdpSession {
    const known = this.sessions.get(sessionId);
    if (known) return known;
    const session = new CdpSession(this, sessionId);
    this.sessions.set(sessionId, session);
    return session;
  }

  /** Forgets a session whose target is gone; what still waits for it is refused. */
  dropSession(sessionId: string): void {
    this.sessions.delete(sessionId);
    this.rejectWhere((entry) => entry.sessionId === sessionId, "the target is gone");
  }

  send(
    sessionId: string | undefined,
    method: string,
    params: CdpParams,
    timeoutMs = COMMAND_TIMEOUT_MS,
  ): Promise<CdpParams> {
    if (this.closedBecause !== null) return Promise.reject(new CdpError("closed", this.closedBecause));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.pending.delete(id);
        reject(new CdpError("timeout", `${method} was not answered within ${timeoutMs} ms`));
      }, timeoutMs);
      this.pending.set(id, { sessionId, resolve, reject, timer });
      this.writable.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  close(reason: string): void {
    if (this.closedBecause !== null) return;
    this.closedBecause = reason;
    this.chunks = [];
    this.rejectWhere(() => true, reason);
    this.onClose(reason);
  }

  private rejectWhere(matches: (entry: Pending) => boolean, reason: string): void {
    for (const [id, entry] of this.pending) {
      if (!matches(entry)) continue;
      this.pending.delete(id);
      clearTimeout(entry.timer);
      entry.reject(new CdpError("closed", reason));
    }
  }

  private receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.chunks.push(chunk.subarray(start, end));
      const text = Buffer.concat(this.chunks).toString("utf8");
      this.chunks = [];
      this.chunkBytes = 0;
      start = end + 1;
      if (this.closedBecause === null) this.dispatch(text);
    }
    if (start < chunk.length) {
      this.chunks.push(chunk.subarray(start));
      this.chunkBytes += chunk.length - start;
      if (this.chunkBytes > MESSAGE_BYTES_MAX) this.close("a message from the browser was too large");
    }
  }

  private dispatch(text: string): void {
    const message = messageSchema.parse(JSON.parse(text));
    if (message.id !== undefined) {
      const entry = this.pending.get(message.id);
      if (!entry) return;
      this.pending.delete(message.id);
      clearTimeout(entry.timer);
      if (message.error) entry.reject(new CdpError("refused", message.error.message));
      else entry.resolve(message.result ?? {});
      return;
    }
    if (message.method === undefined) return;
    const session = message.sessionId === undefined ? this.browser : this.sessions.get(message.sessionId);
    session?.emit(message.method, message.params ?? {});
  }
}

/** One target's half of the connection. A method has at most one listener: who observes what stays visible. */
export class CdpSession {
  readonly id: string | undefined;
  private readonly connection: CdpConnection;
  private readonly listeners = new Map<string, CdpListener>();

  constructor(connection: CdpConnection, id: string | undefined) {
    this.connection = connection;
    this.id = id;
  }

  send(method: string, params: CdpParams = {}, timeoutMs?: number): Promise<CdpParams> {
    return this.connection.send(this.id, method, params, timeoutMs);
  }

  /** Sends without waiting: for commands whose failure shows in what follows, such as the target being gone. */
  post(method: string, params: CdpParams = {}): void {
    this.send(method, params).catch(() => {});
  }

  on(method: string, listener: CdpListener): void {
    this.listeners.set(method, listener);
  }

  off(method: string): void {
    this.listeners.delete(method);
  }

  emit(method: string, params: CdpParams): void {
    this.listeners.get(method)?.(params);
  }
}
