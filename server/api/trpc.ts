import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError, z } from "zod";

import { DomainError, type ErrorKind } from "#server/errors.ts";

import type { Context } from "./context.ts";

const trpcCode = {
  invalid: "BAD_REQUEST",
  forbidden: "FORBIDDEN",
  "not-found": "NOT_FOUND",
  conflict: "CONFLICT",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorKind, TRPCError["code"]>;

/** What a refusal looks like on the wire: a stable code and a sentence. A bug shows neither its text nor its stack. */
export type WireRefusal = { code: string; fields?: Record<string, string[]> };

function refusalOf(error: TRPCError): WireRefusal {
  if (error.cause instanceof DomainError) return { code: error.cause.code };
  if (error.cause instanceof ZodError)
    return { code: "input.malformed", fields: z.flattenError(error.cause).fieldErrors };
  if (error.cause instanceof SyntaxError) return { code: "input.not-json" };
  return {
    code:
      error.code === "INTERNAL_SERVER_ERROR" ? "internal" : `request.${error.code.toLowerCase().replaceAll("_", "-")}`,
  };
}

function messageOf(error: TRPCError): string {
  if (error.cause instanceof ZodError) return z.prettifyError(error.cause);
  if (error.cause instanceof SyntaxError) return "The request's body is not JSON.";
  return error.code === "INTERNAL_SERVER_ERROR"
    ? "Something broke on our side. It has been logged; please try again."
    : error.message;
}

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  isDev: false,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: messageOf(error),
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      refusal: refusalOf(error),
    },
  }),
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const withDomainErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof DomainError) {
    const { kind, message } = result.error.cause;
    throw new TRPCError({ code: trpcCode[kind], message, cause: result.error.cause });
  }
  return result;
});

/** Anybody, signed in or not. */
export const publicProcedure = t.procedure.use(withDomainErrors);

/** Anybody with an account. */
export const accountProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** An active labeller of a team that has a miner on this subnet. */
export const labellerProcedure = accountProcedure.use(({ ctx, next }) => {
  const membership = ctx.actor.memberships.find((m) => m.role === "labeller" && m.minerId !== null);
  if (!membership || membership.minerId === null) {
    throw new TRPCError({
      code: "FORBIDDEN",
      message: "Only labellers of a team may do this. Ask your team for an invite link.",
    });
  }
  const { accountId, level, locale } = ctx.actor;
  const labeller = {
    accountId,
    level,
    locale,
    minerId: membership.minerId,
    teamId: membership.teamId,
    paused: membership.state === "paused",
  };
  return next({ ctx: { ...ctx, labeller } });
});

/** An owner or manager of at least one team; services check the team that the input names. */
export const managerProcedure = accountProcedure.use(({ ctx, next }) => {
  const managed = ctx.actor.memberships.filter((m) => m.role !== "labeller" && m.state === "active");
  if (managed.length === 0)
    throw new TRPCError({ code: "FORBIDDEN", message: "Only owners and managers of a team may do this." });
  return next({ ctx: { ...ctx, managedTeamIds: managed.map((m) => m.teamId) } });
});

export const validatorProcedure = accountProcedure.use(({ ctx, next }) => {
  const [validatorId] = ctx.actor.validatorIds;
  if (validatorId === undefined) throw new TRPCError({ code: "FORBIDDEN", message: "Only validators may do this." });
  return next({ ctx: { ...ctx, validatorId } });
});

export const operatorProcedure = accountProcedure.use(({ ctx, next }) => {
  if (!ctx.actor.isOperator) throw new TRPCError({ code: "FORBIDDEN", message: "Only operators may do this." });
  return next({ ctx });
});

/** Those who run the market: they bring miners into it. */
export const validatorOrOperatorProcedure = accountProcedure.use(({ ctx, next }) => {
  if (!ctx.actor.isOperator && ctx.actor.validatorIds.length === 0)
    throw new TRPCError({ code: "FORBIDDEN", message: "Only validators and operators may do this." });
  return next({ ctx });
});
