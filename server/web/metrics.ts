import type { RequestListener } from "node:http";

import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export type Metrics = { handle: RequestListener; observeAnswer(seconds: number, route: string, status: number): void };

/** Prometheus metrics of one process. */
export function createMetrics(role: string): Metrics {
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
    handle(_request, response) {
      registry.metrics().then(
        (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    },
  };
}
