import { z } from "zod";

import { freeText } from "#server/platform/free-text.ts";

export const teamNameSchema = freeText(80).trim().min(1);

/** An SS58 address. Its checksum and prefix are judged by the service, with codes of their own. */
const addressSchema = z.string().trim().min(1).max(64);

export const newTeamInputSchema = z.object({
  name: teamNameSchema,
  hotkey: addressSchema,
  coldkey: addressSchema.optional(),
});
export type NewTeamInput = z.infer<typeof newTeamInputSchema>;

export const newTeamSchema = z.object({ teamId: z.string(), minerId: z.string(), ownerInviteUrl: z.string() });
export type NewTeam = z.infer<typeof newTeamSchema>;

const roleSchema = z.enum(["owner", "manager", "labeller"]);
const memberStateSchema = z.enum(["active", "paused", "ended"]);
const minerStateSchema = z.enum(["active", "paused", "deregistered"]);

export const myTeamSchema = z.object({
  teamId: z.string(),
  name: z.string(),
  role: roleSchema,
  state: z.enum(["active", "paused"]),
  /** What the team may know of its miner; null for its labellers and for a team without one on this subnet. */
  miner: z.object({ hotkey: z.string(), uid: z.number().nullable(), state: minerStateSchema }).nullable(),
});
export type MyTeam = z.infer<typeof myTeamSchema>;

export const memberSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  role: roleSchema,
  state: memberStateSchema,
  joinedAt: z.date(),
  /** Labels submitted for this team since midnight UTC. */
  labelsToday: z.number(),
});
export type Member = z.infer<typeof memberSchema>;

export const teamInviteInputSchema = z.object({
  teamId: z.uuid(),
  role: z.enum(["manager", "labeller"]),
  cap: z.number().int().min(1).max(500),
  expiresInHours: z.number().int().min(1).max(720),
});

export const teamIdSchema = z.object({ teamId: z.uuid() });
export const memberInputSchema = z.object({ teamId: z.uuid(), accountId: z.string().min(1).max(64) });
export type MemberInput = z.infer<typeof memberInputSchema>;
export const renameInputSchema = z.object({ teamId: z.uuid(), name: teamNameSchema });

export const TEAM_PAGE = 100;
export const teamPageInputSchema = z.object({ after: z.uuid().optional() });
export const teamPageSchema = z.object({
  teams: z.array(
    z.object({
      teamId: z.string(),
      name: z.string(),
      createdAt: z.date(),
      members: z.number(),
      miner: z
        .object({
          minerId: z.string(),
          hotkey: z.string(),
          coldkey: z.string().nullable(),
          uid: z.number().nullable(),
          state: minerStateSchema,
        })
        .nullable(),
    }),
  ),
  /** Give it as `after` for the next page; null on the last. */
  next: z.string().nullable(),
});
export type TeamPage = z.infer<typeof teamPageSchema>;
