import { z } from "zod";

import { emailSchema, localeSchema, personNameSchema, tokenSchema } from "../schema.ts";

export const inviteRoleSchema = z.enum(["owner", "manager", "labeller", "validator", "operator"]);
export type InviteRole = z.infer<typeof inviteRoleSchema>;

export const INVITE_CAP_MAX = 500;
export const INVITE_HOURS_MAX = 720;

export const inviteInputSchema = z.object({
  /** Null for the roles that belong to no team. */
  teamId: z.uuid().nullable(),
  role: inviteRoleSchema,
  /** With the role validator: whose member the guest becomes. May be left out where there is only one. */
  validatorId: z.uuid().optional(),
  cap: z.number().int().min(1).max(INVITE_CAP_MAX),
  expiresInHours: z.number().int().min(1).max(INVITE_HOURS_MAX),
});
export type InviteInput = z.infer<typeof inviteInputSchema>;

export const inviteStateSchema = z.enum(["open", "used-up", "expired", "revoked"]);
export type InviteState = z.infer<typeof inviteStateSchema>;

/** What anybody who holds the link may know. */
export const publicInviteSchema = z.object({
  teamName: z.string().nullable(),
  validatorName: z.string().nullable(),
  role: inviteRoleSchema,
  state: inviteStateSchema,
});
export type PublicInvite = z.infer<typeof publicInviteSchema>;

/** The only moment at which the link itself is known: rows hold the hash of its token. */
export const newInviteSchema = z.object({ inviteId: z.string(), url: z.string(), expiresAt: z.date() });
export type NewInvite = z.infer<typeof newInviteSchema>;

export const inviteViewSchema = z.object({
  inviteId: z.string(),
  role: inviteRoleSchema,
  validatorName: z.string().nullable(),
  cap: z.number(),
  used: z.number(),
  state: inviteStateSchema,
  expiresAt: z.date(),
  createdAt: z.date(),
  createdByName: z.string().nullable(),
});
export type InviteView = z.infer<typeof inviteViewSchema>;

export const acceptInviteSchema = z.object({
  token: tokenSchema,
  name: personNameSchema,
  email: emailSchema,
  // Its length is judged by the service, which answers with a code of its own; this bound only keeps floods out.
  password: z.string().max(1_000),
  locale: localeSchema.default("en"),
});
export type AcceptInvite = z.infer<typeof acceptInviteSchema>;
