import next from "next";

import { composeDeps } from "#server/composition.ts";
import { createActorReader } from "#server/identity/session.ts";
import { env } from "#server/platform/env.ts";
import { announceReady, endInOrder } from "#server/platform/lifecycle.ts";

import { createAuthRoute } from "./auth-route.ts";
import { createAddressReader } from "./client-address.ts";
import { createHttpServer, listen } from "./http-server.ts";
import { createMetrics } from "./metrics.ts";
import { createRestRoute } from "./rest-route.ts";
import { createSecurityHeaders } from "./security-headers.ts";
import { createTrpcRoute, TRPC_PREFIX } from "./trpc-route.ts";

const deps = composeDeps();
const dev = env.NODE_ENV === "development";
const pages = next({ dev, dir: process.cwd(), hostname: env.HOST, port: env.PORT });
await pages.prepare();

const addressOf = createAddressReader(env.TRUST_PROXY);
const metrics = createMetrics("web", { addressOf, trustedProxies: env.TRUST_PROXY, token: env.METRICS_TOKEN });
const readActor = createActorReader(deps);
const server = createHttpServer({
  appOrigin: env.APP_ORIGIN,
  logger: deps.logger,
  headers: createSecurityHeaders({ appOrigin: env.APP_ORIGIN, sandboxOrigin: env.SANDBOX_ORIGIN, dev }),
  routes: [
    { prefix: TRPC_PREFIX, handle: createTrpcRoute(deps, readActor, addressOf) },
    { prefix: "/api/auth/", handle: createAuthRoute(deps, addressOf) },
    { prefix: "/api/v1/", handle: createRestRoute(deps, readActor) },
    { prefix: "/metrics", handle: metrics.handle },
  ],
  page: pages.getRequestHandler(),
  onAnswer: metrics.observeAnswer,
});

try {
  await listen(server, env.HOST, env.PORT);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
endInOrder(deps.logger, async () => {
  server.close();
  server.closeIdleConnections();
  // Live streams (job progress) never end by themselves.
  setTimeout(() => server.closeAllConnections(), 1_000).unref();
  await pages.close();
  await deps.db.close();
});
announceReady();
