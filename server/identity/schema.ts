import { z } from "zod";

import { freeText } from "#server/platform/free-text.ts";

export const locales = ["en", "zh-Hans", "ru", "vi"] as const;
export const localeSchema = z.enum(locales);

/** The token of a link or an invite: 32 random bytes in base64url. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "This is not a whole link.");

export const personNameSchema = freeText(80).trim().min(1);

/** Stored and compared in lower case, as better-auth's sign-in does. */
export const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));

const actorRoleSchema = z.enum(["labeller", "manager", "validator", "operator"]);
export type ActorRole = z.infer<typeof actorRoleSchema>;

export const teamRoleSchema = z.enum(["owner", "manager", "labeller"]);
export type TeamRole = z.infer<typeof teamRoleSchema>;

/** The signed-in person, as the interface needs to know them. */
export const meSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  locale: z.string(),
  level: z.number(),
  roles: z.array(actorRoleSchema),
  teams: z.array(
    z.object({ teamId: z.string(), name: z.string(), role: teamRoleSchema, state: z.enum(["active", "paused"]) }),
  ),
});
export type Me = z.infer<typeof meSchema>;

export const accountViewSchema = z.object({
  name: z.string(),
  email: z.string(),
  locale: z.string(),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string().nullable(), createdAt: z.date().nullable(), backedUp: z.boolean() }),
  ),
  sessions: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      createdAt: z.date(),
      usedAt: z.date(),
      ip: z.string().nullable(),
      userAgent: z.string().nullable(),
    }),
  ),
});
export type AccountView = z.infer<typeof accountViewSchema>;

// Lengths are judged by the service, which answers with codes of its own; these bounds only keep floods out.
export const changePasswordSchema = z.object({
  /** Empty for people who signed in just now. */
  current: z.string().max(1_000),
  next: z.string().max(1_000),
});

export const signInLinkInputSchema = z.object({
  accountId: z.string().min(1).max(64),
  ttlMinutes: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60),
});
export type SignInLinkInput = z.infer<typeof signInLinkInputSchema>;
