import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";

import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

import { sha256Hex } from "#server/platform/hashing.ts";

import { type AddressReader, isForwarded, isLoopback } from "./client-address.ts";
import { sendProblem } from "./http-server.ts";

export type Metrics = { handle: RequestListener; observeAnswer(seconds: number, route: string, status: number): void };

export type MetricsAccess = {
  addressOf: AddressReader;
  trustedProxies: number;
  /** With it a scraper may read from anywhere. */
  token: string | undefined;
};

/**
 * Metrics say how busy an installation is and what fails: they are for this machine, and for whoever has the token. A request
 * that a proxy passed on comes from this machine only if the proxy is trusted to say so.
 */
export function mayReadMetrics(access: MetricsAccess, request: IncomingMessage): boolean {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (access.token !== undefined && bearer !== undefined && isSame(bearer, access.token)) return true;
  if (access.trustedProxies === 0 && isForwarded(request)) return false;
  return isLoopback(access.addressOf(request));
}

const isSame = (a: string, b: string) => timingSafeEqual(Buffer.from(sha256Hex(a)), Buffer.from(sha256Hex(b)));

/** Prometheus metrics of one process. */
export function createMetrics(role: string, access: MetricsAccess): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ role });
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: "dojo_http_answer_seconds",
    help: "Time from request to answer, by route prefix and status class.",
    labelNames: ["route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return {
    observeAnswer: (seconds, route, status) =>
      answers.observe({ route, status: `${Math.floor(status / 100)}xx` }, seconds),
    handle(request, response) {
      if (!mayReadMetrics(access, request)) {
        return sendProblem(
          response,
          403,
          "metrics.forbidden",
          "Metrics are read on this machine, or with METRICS_TOKEN.",
        );
      }
      registry.metrics().then(
        (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    },
  };
}
