import type { RequestListener } from "node:http";

import { getRequestListener } from "@hono/node-server";

import { createRestApp } from "#server/api/rest/app.ts";
import type { Actor } from "#server/api/context.ts";
import type { Deps } from "#server/platform/deps.ts";

/** `/api/v1` on Node's server. */
export function createRestRoute(deps: Deps, readActor: (headers: Headers) => Promise<Actor | null>): RequestListener {
  const listener = getRequestListener(createRestApp(deps, readActor).fetch);
  return (request, response) => void listener(request, response);
}
