"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

import { parseFrameMessage } from "./frame-message.ts";
import { guardKeyboard } from "./keyboard-guard.ts";
import { newWatch, PING_INTERVAL_MS, type StopReason, type Watch, type WatchEvent, watchReducer } from "./watchdog.ts";

export type FrameState = "loading" | "ready" | "stopped";
export type FrameReport = { state: FrameState; stopReason: StopReason | null; errors: readonly string[] };

const ERRORS_SHOWN_MAX = 20;
const NOTHING: FrameReport = { state: "loading", stopReason: null, errors: [] };

const randomLabel = (prefix: string) => {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return prefix + [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/**
 * Mounts an untrusted document in `host` and guards it: a host name of its own per mount, one
 * handshake, pings, and removal as soon as the watchdog says so. `mount` is a counter: raising it
 * loads the document again under a new host name.
 */
export function useFrame(
  host: RefObject<HTMLElement | null>,
  options: {
    documentUrl: string;
    title: string;
    mount: number;
    /** Esc or F6 inside the frame: the page takes the keyboard back. */
    onLeave: () => void;
    /** The labeller went into the frame by pointer, touch or Tab, as seen from outside. */
    onInteract: () => void;
  },
): FrameReport {
  const [report, setReport] = useState<FrameReport>(NOTHING);
  const callbacks = useRef(options);
  useEffect(() => {
    callbacks.current = options;
  });
  const { documentUrl, title, mount } = options;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `mount` asks for a new frame.
  useEffect(() => {
    const container = host.current;
    if (!container) return;
    setReport(NOTHING);
    return mountFrame(container, documentUrl.replace("{mount}", randomLabel("m")), title, {
      onReady: () => setReport((now) => ({ ...now, state: "ready" })),
      onError: (text) => setReport((now) => ({ ...now, errors: [...now.errors, text].slice(0, ERRORS_SHOWN_MAX) })),
      onStop: (stopReason) => setReport((now) => ({ ...now, state: "stopped", stopReason })),
      onLeave: () => callbacks.current.onLeave(),
      onInteract: () => callbacks.current.onInteract(),
    });
  }, [host, documentUrl, title, mount]);
  return report;
}

type FrameHandlers = {
  onReady: () => void;
  onError: (text: string) => void;
  onStop: (reason: StopReason) => void;
  onLeave: () => void;
  onInteract: () => void;
};

/** Everything about one mounted frame, outside React: it must work while React is busy. Returns its undoing. */
function mountFrame(container: HTMLElement, url: string, title: string, handlers: FrameHandlers): () => void {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-forms");
  frame.setAttribute("allow", "");
  frame.referrerPolicy = "no-referrer";
  frame.title = title;
  frame.className = "size-full border-0 bg-white";

  let watch: Watch = newWatch(performance.now());
  let port: MessagePort | null = null;
  const nonce = randomLabel("");
  let pings = 0;
  let used = 0;

  const remove = () => {
    clearInterval(timer);
    window.removeEventListener("message", onHello);
    unguard();
    port?.close();
    frame.remove();
  };
  const note = (event: WatchEvent) => {
    watch = watchReducer(watch, event);
    if (!watch.stopped) return;
    remove();
    handlers.onStop(watch.stopped);
  };
  const onMessage = (event: MessageEvent) => {
    note({ type: "message", nowMs: performance.now() });
    // What is over the limit is not even looked at: touching `data` is what costs.
    if (watch.stopped || !watch.readable) return;
    const message = parseFrameMessage(event.data);
    if (message?.k === "ready" && message.nonce === nonce) handlers.onReady();
    if (message?.k === "pong") note({ type: "pong", nowMs: performance.now() });
    if (message?.k === "log" && message.level === "error") handlers.onError(message.text);
    if (message?.k === "leave") handlers.onLeave();
    // A claim, and only good for the checklist that helps the labeller: where the page cannot see the
    // pointer over another process's frame, the frame's own count of trusted events says it was used.
    if (message?.k === "ev" && message.pointer + message.key > used) {
      used = message.pointer + message.key;
      handlers.onInteract();
    }
  };
  const onHello = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || frame.contentWindow === null) return;
    if (port) return note({ type: "message", nowMs: performance.now() });
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = onMessage;
    frame.contentWindow.postMessage({ k: "dojo:port", v: 1, nonce }, "*", [channel.port2]);
  };
  const timer = setInterval(() => {
    note({ type: "tick", nowMs: performance.now(), visible: document.visibilityState === "visible" });
    if (!watch.stopped) port?.postMessage({ k: "ping", n: pings++ % 1e9 });
  }, PING_INTERVAL_MS);
  frame.addEventListener("load", () => note({ type: "load", nowMs: performance.now() }));
  window.addEventListener("message", onHello);
  const unguard = guardKeyboard(frame, container, {
    invited: handlers.onInteract,
    taken: (fromWriter) => note({ type: "focus-taken", nowMs: performance.now(), fromWriter }),
  });
  frame.src = url;
  container.append(frame);
  return remove;
}
