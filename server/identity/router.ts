import { z } from "zod";

import type { Context } from "#server/api/context.ts";
import { accountProcedure, operatorProcedure, publicProcedure, router } from "#server/api/trpc.ts";

import { acceptInvite, joinByInvite } from "./invites/acceptance.ts";
import {
  acceptInviteSchema,
  inviteInputSchema,
  inviteViewSchema,
  newInviteSchema,
  publicInviteSchema,
} from "./invites/schema.ts";
import { createInvite, invitesOf, readInvite, withdrawInvite } from "./invites/service.ts";
import { createSignInLink, redeemSignInLink } from "./links/service.ts";
import { localeCookie } from "./locale-cookie.ts";
import { changePassword } from "./password.ts";
import {
  accountViewSchema,
  changePasswordSchema,
  localeSchema,
  meSchema,
  personNameSchema,
  signInLinkInputSchema,
  tokenSchema,
} from "./schema.ts";
import {
  describeActor,
  limited,
  readAccount,
  refreshSession,
  removePasskey,
  revokeOtherSessions,
  revokeSession,
  setLocale,
  setName,
  signOut,
} from "./service.ts";
import type { Caller } from "./session.ts";

const callerOf = ({ request }: Context): Caller => ({ ip: request.ip, userAgent: request.headers.get("user-agent") });

const doneSchema = z.object({ done: z.literal(true) });
const done = { done: true } as const;

/** Who you are, how you come in, and what is yours. */
export const identityRouter = router({
  /** The signed-in person or null. Also slides the session's end, at most once a day. */
  me: publicProcedure.output(meSchema.nullable()).query(async ({ ctx }) => {
    if (!ctx.actor) return null;
    const cookie = await refreshSession(ctx.deps, ctx.actor);
    if (cookie !== null) ctx.setCookie(cookie);
    return describeActor(ctx.deps, ctx.actor);
  }),

  readInvite: publicProcedure
    .input(z.object({ token: tokenSchema }))
    .output(publicInviteSchema)
    .query(({ ctx, input }) => limited(ctx.deps, ctx.request.ip, () => readInvite(ctx.deps, input.token))),

  /** Makes an account from an invite and signs it in. */
  acceptInvite: publicProcedure
    .input(acceptInviteSchema)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      const { cookie } = await limited(ctx.deps, ctx.request.ip, () => acceptInvite(ctx.deps, input, callerOf(ctx)));
      ctx.setCookie(cookie);
      return done;
    }),

  /** Adds what an invite gives to the account that one has. */
  joinByInvite: accountProcedure
    .input(z.object({ token: tokenSchema }))
    .output(z.object({ teamId: z.string().nullable() }))
    .mutation(({ ctx, input }) =>
      limited(ctx.deps, ctx.request.ip, () => joinByInvite(ctx.deps, ctx.actor, input.token)),
    ),

  /** A mutation, so that a mail scanner that opens the link burns nothing. */
  redeemSignInLink: publicProcedure
    .input(z.object({ token: tokenSchema }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      const { cookie } = await limited(ctx.deps, ctx.request.ip, () =>
        redeemSignInLink(ctx.deps, input.token, callerOf(ctx), ctx.actor),
      );
      ctx.setCookie(cookie);
      return done;
    }),

  /** Public, because somebody whose session was revoked elsewhere still has a cookie to forget. */
  signOut: publicProcedure.output(doneSchema).mutation(async ({ ctx }) => {
    ctx.setCookie(await signOut(ctx.deps, ctx.actor));
    return done;
  }),

  account: accountProcedure.output(accountViewSchema).query(({ ctx }) => readAccount(ctx.deps, ctx.actor)),

  setLocale: accountProcedure
    .input(z.object({ locale: localeSchema }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await setLocale(ctx.deps, ctx.actor, input.locale);
      ctx.setCookie(localeCookie(ctx.deps, input.locale));
      return done;
    }),

  setName: accountProcedure
    .input(z.object({ name: personNameSchema }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await setName(ctx.deps, ctx.actor, input.name);
      return done;
    }),

  revokeSession: accountProcedure
    .input(z.object({ sessionId: z.string().min(1).max(64) }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await revokeSession(ctx.deps, ctx.actor, input.sessionId);
      return done;
    }),

  revokeOtherSessions: accountProcedure
    .output(z.object({ ended: z.number() }))
    .mutation(async ({ ctx }) => ({ ended: await revokeOtherSessions(ctx.deps, ctx.actor) })),

  changePassword: accountProcedure
    .input(changePasswordSchema)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await limited(ctx.deps, ctx.request.ip, () => changePassword(ctx.deps, ctx.actor, input));
      return done;
    }),

  removePasskey: accountProcedure
    .input(z.object({ passkeyId: z.string().min(1).max(64) }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await removePasskey(ctx.deps, ctx.actor, input.passkeyId);
      return done;
    }),

  /** For a person who lost their way in. */
  createSignInLink: operatorProcedure
    .input(signInLinkInputSchema)
    .output(z.object({ url: z.string() }))
    .mutation(async ({ ctx, input }) => ({ url: await createSignInLink(ctx.deps, input, ctx.actor.accountId) })),

  /** Any invite; the only way to invite validators, operators and further owners. */
  createInvite: operatorProcedure
    .input(inviteInputSchema)
    .output(newInviteSchema)
    .mutation(({ ctx, input }) => createInvite(ctx.deps, ctx.actor, input)),

  /** Invites to roles that belong to no team. */
  invites: operatorProcedure.output(z.array(inviteViewSchema)).query(({ ctx }) => invitesOf(ctx.deps, null)),

  revokeInvite: operatorProcedure
    .input(z.object({ inviteId: z.uuid() }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await withdrawInvite(ctx.deps, ctx.actor, input.inviteId, "any");
      return done;
    }),
});
