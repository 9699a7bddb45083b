import type { FrameMessage } from "#sandbox/contract.ts";
import { SHIM_LIMITS } from "#sandbox/policy/limits.ts";

import {
  dataOf,
  isInteger,
  listen,
  now,
  ownValue,
  portsOf,
  postToPort,
  sliceText,
  sourceOf,
  startPort,
  stopEvent,
} from "./primordials.ts";

type Log = Extract<FrameMessage, { k: "log" }>;

/** Totals since the document began; the page takes differences. */
export const counters = { pointer: 0, key: 0, scroll: 0, errors: 0 };

const parentWindow = window.parent;
let port: MessagePort | null = null;

/** Log messages from before the handshake, oldest first: a list of our own, because arrays can be tampered with. */
type Waiting = { readonly message: Log; next: Waiting | null };
let firstWaiting: Waiting | null = null;
let lastWaiting: Waiting | null = null;
let logged = 0;

let flushedAt = now();
let flushedTotal = 0;

function send(message: FrameMessage): void {
  if (port) postToPort(port, message);
}

/** Tells the page about an error or a dialog, a few times; afterwards the counters must do. */
export function log(level: Log["level"], text: string): void {
  if (logged >= SHIM_LIMITS.loggedErrorsMax) return;
  logged += 1;
  const message: Log = { k: "log", level, text: sliceText(text, 0, SHIM_LIMITS.loggedErrorCharsMax) };
  if (port) {
    send(message);
    return;
  }
  const waiting: Waiting = { message, next: null };
  if (lastWaiting) lastWaiting.next = waiting;
  else firstWaiting = waiting;
  lastWaiting = waiting;
}

export function leave(): void {
  send({ k: "leave" });
}

/** Sends the counters when they changed, at most once a second. Pings drive it: a timer could be cleared by guessing its id. */
function flushCounters(): void {
  const { pointer, key, scroll, errors } = counters;
  const total = pointer + key + scroll + errors;
  const time = now();
  if (total === flushedTotal || time - flushedAt < SHIM_LIMITS.countersIntervalMs) return;
  flushedAt = time;
  flushedTotal = total;
  send({ k: "ev", pointer, key, scroll, errors });
}

function onPortMessage(event: Event): void {
  const data = dataOf(event);
  const n = ownValue(data, "n");
  if (ownValue(data, "k") !== "ping" || typeof n !== "number" || !isInteger(n) || n < 0 || n > 1e9) return;
  send({ k: "pong", n });
  flushCounters();
}

/**
 * The browser puts nothing but ports into `ports` of a trusted event. `instanceof` would ask
 * `MessagePort[Symbol.hasInstance]`, where the document may be waiting to be handed the port.
 */
function isPort(value: unknown): value is MessagePort {
  return typeof value === "object" && value !== null;
}

/** Takes the port out of the page's answer. Only the first answer counts. */
function acceptPort(event: Event): void {
  const data = dataOf(event);
  const nonce = ownValue(data, "nonce");
  const offered = ownValue(portsOf(event), "0");
  if (port || ownValue(data, "k") !== "dojo:port" || typeof nonce !== "string" || nonce.length > 64) return;
  if (!isPort(offered)) return;
  port = offered;
  listen(port, "message", onPortMessage, false);
  startPort(port);
  send({ k: "ready", nonce });
  for (let waiting = firstWaiting; waiting; waiting = waiting.next) send(waiting.message);
  firstWaiting = null;
  lastWaiting = null;
}

/**
 * Swallows every window message that another window sent: the handshake is for the shim alone, and
 * nobody else has anything to say to a document. What the document sends to itself passes.
 */
function onWindowMessage(event: Event): void {
  if (!event.isTrusted) return;
  const source = sourceOf(event);
  if (source === window) return;
  stopEvent(event);
  if (source === parentWindow) acceptPort(event);
}

/**
 * The origin that may read the greeting. The same bytes must work below any application, so it is
 * not in the document; `document.referrer` is empty by policy. Firefox has no `ancestorOrigins`, and
 * there "*" is acceptable: the greeting carries no information, and `frame-ancestors` has already
 * decided who can be the parent.
 */
function parentOrigin(): string {
  const origin = location.ancestorOrigins?.[0];
  return origin?.startsWith("http") ? origin : "*";
}

/** Greets the page that embeds the document. Opened on its own, a document has nobody to talk to. */
export function connectToParent(): void {
  listen(window, "message", onWindowMessage, true);
  if (parentWindow !== window) parentWindow.postMessage({ k: "dojo:hello", v: 1 }, parentOrigin());
}
