import { z } from "zod";

import {
  accountProcedure,
  managerProcedure,
  operatorProcedure,
  router,
  validatorOrOperatorProcedure,
} from "#server/api/trpc.ts";
import { inviteViewSchema, newInviteSchema } from "#server/identity/invites/schema.ts";

import {
  memberInputSchema,
  memberSchema,
  myTeamSchema,
  newTeamInputSchema,
  newTeamSchema,
  renameInputSchema,
  teamIdSchema,
  teamInviteInputSchema,
  teamPageInputSchema,
  teamPageSchema,
} from "./schema.ts";
import {
  allTeams,
  createTeam,
  endMembership,
  inviteToTeam,
  leaveTeam,
  membersOf,
  myTeams,
  pauseLabeller,
  renameOwnTeam,
  resumeLabeller,
  teamInvites,
  withdrawTeamInvite,
} from "./service.ts";

const doneSchema = z.object({ done: z.literal(true) });
const done = { done: true } as const;

/** Teams and who is in them. The builder says that one manages something; the service, that it is this team. */
export const teamsRouter = router({
  create: validatorOrOperatorProcedure
    .input(newTeamInputSchema)
    .output(newTeamSchema)
    .mutation(({ ctx, input }) => createTeam(ctx.deps, ctx.actor, input)),

  mine: accountProcedure.output(z.array(myTeamSchema)).query(({ ctx }) => myTeams(ctx.deps, ctx.actor)),

  members: managerProcedure
    .input(teamIdSchema)
    .output(z.array(memberSchema))
    .query(({ ctx, input }) => membersOf(ctx.deps, ctx.actor, input.teamId)),

  invite: managerProcedure
    .input(teamInviteInputSchema)
    .output(newInviteSchema)
    .mutation(({ ctx, input }) => inviteToTeam(ctx.deps, ctx.actor, input)),

  invites: managerProcedure
    .input(teamIdSchema)
    .output(z.array(inviteViewSchema))
    .query(({ ctx, input }) => teamInvites(ctx.deps, ctx.actor, input.teamId)),

  revokeInvite: managerProcedure
    .input(z.object({ teamId: z.uuid(), inviteId: z.uuid() }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await withdrawTeamInvite(ctx.deps, ctx.actor, input);
      return done;
    }),

  rename: managerProcedure
    .input(renameInputSchema)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await renameOwnTeam(ctx.deps, ctx.actor, input);
      return done;
    }),

  pauseLabeller: managerProcedure
    .input(memberInputSchema)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await pauseLabeller(ctx.deps, ctx.actor, input);
      return done;
    }),

  resumeLabeller: managerProcedure
    .input(memberInputSchema)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await resumeLabeller(ctx.deps, ctx.actor, input);
      return done;
    }),

  endMembership: managerProcedure
    .input(memberInputSchema)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await endMembership(ctx.deps, ctx.actor, input);
      return done;
    }),

  leave: accountProcedure
    .input(teamIdSchema)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await leaveTeam(ctx.deps, ctx.actor, input.teamId);
      return done;
    }),

  all: operatorProcedure
    .input(teamPageInputSchema)
    .output(teamPageSchema)
    .query(({ ctx, input }) => allTeams(ctx.deps, input.after ?? null)),
});
