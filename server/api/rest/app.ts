import { OpenAPIHono } from "@hono/zod-openapi";
import { ZodError, z } from "zod";

import type { Actor } from "#server/api/context.ts";
import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";

import { type RestApp, type RestEnv, statusOf, Unauthorised } from "./route.ts";
import { registerRoutes } from "./routes.ts";

type Problem = { status: 400 | 401 | 403 | 404 | 409 | 500 | 503; code: string; detail: string };

function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) return { status: statusOf[error.kind], code: error.code, detail: error.message };
  if (error instanceof Unauthorised) return { status: 401, code: "request.unauthorized", detail: error.message };
  if (error instanceof ZodError) return { status: 400, code: "input.malformed", detail: z.prettifyError(error) };
  return {
    status: 500,
    code: "internal",
    detail: "Something broke on our side. It has been logged; please try again.",
  };
}

const problemResponse = ({ status, code, detail }: Problem) =>
  Response.json(
    { type: `urn:dojo:${code}`, title: code, status, detail },
    { status, headers: { "content-type": "application/problem+json" } },
  );

/** The REST API for programs: `/api/v1`, described by its own OpenAPI document. Errors are RFC 9457 problems. */
export function createRestApp(deps: Deps, readActor: (headers: Headers) => Promise<Actor | null>): RestApp {
  const app = new OpenAPIHono<RestEnv>({
    defaultHook: (result) => {
      if (!result.success)
        return problemResponse({ status: 400, code: "input.malformed", detail: result.error.message });
    },
  }).basePath("/api/v1");
  app.use(async (c, next) => {
    c.set("deps", deps);
    c.set("actor", await readActor(c.req.raw.headers));
    await next();
  });
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status === 500) deps.logger.error({ err: error }, "REST request failed");
    return problemResponse(problem);
  });
  app.notFound(() =>
    problemResponse({
      status: 404,
      code: "route.unknown",
      detail: "There is no such route: see /api/v1/openapi.json.",
    }),
  );
  registerRoutes(app);
  app.doc31("/openapi.json", { openapi: "3.1.0", info: { title: "Dojo", version: "1" } });
  return app;
}
