import { createRoute, type OpenAPIHono, type RouteConfig, type z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";

import type { Actor } from "#server/api/context.ts";
import { DomainError, type ErrorKind } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";

/** What a handler of the REST API finds in its context. */
export type RestEnv = { Variables: { deps: Deps; actor: Actor | null } };
export type RestApp = OpenAPIHono<RestEnv>;

/** Who may call a route. The right is part of the route's definition, so a route without one does not compile. */
export type Access = "public" | "account" | "validator" | "operator";

export const statusOf = {
  invalid: 400,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

const allows: Record<Access, (actor: Actor | null) => boolean> = {
  public: () => true,
  account: (actor) => actor !== null,
  validator: (actor) => actor !== null && actor.validatorIds.length > 0,
  operator: (actor) => actor?.isOperator === true,
};

export class Unauthorised extends Error {}

const guard =
  (access: Access): MiddlewareHandler<RestEnv> =>
  async (c, next) => {
    const actor = c.get("actor");
    if (allows[access](actor)) return next();
    if (actor === null) throw new Unauthorised("Sign in first.");
    throw new DomainError("forbidden", "access.denied", `Only a ${access} may do this.`);
  };

/** A route of `/api/v1` with its right built in. */
export function defineRoute<const Config extends Omit<RouteConfig, "middleware">>(access: Access, config: Config) {
  return { ...createRoute({ ...config, middleware: guard(access) }), access };
}

export const jsonAnswer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { "application/json": { schema } } },
});
