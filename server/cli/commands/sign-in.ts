import { z } from "zod";

import { createSignInLink } from "#server/identity/links/service.ts";
import { DomainError } from "#server/errors.ts";

import { LOCALNET_PEOPLE } from "../../../prisma/seed/localnet.ts";
import { type Command, parseOptions, UsageError } from "../command.ts";
import { commandDeps } from "../running-installation.ts";

const optionsSchema = z.strictObject({
  role: z.enum(["labeller", "manager", "validator", "operator"]).optional(),
  email: z.email().optional(),
  minutes: z.coerce.number().int().min(1).max(1_440).default(60),
  positional: z.array(z.string()).max(0, "takes no words"),
});

export const command: Command = {
  name: "sign-in",
  summary: "a one-time sign-in link for one account of this installation",
  usage:
    "--role labeller|manager|validator|operator   a person of the seeded localnet\n--email ADDRESS   any account\n--minutes N (60)  how long the link works",
  async run(args, context) {
    const options = parseOptions(args, optionsSchema);
    const email = options.email ?? (options.role ? LOCALNET_PEOPLE[options.role].email : undefined);
    if (email === undefined) throw new UsageError("name a --role or an --email");
    const deps = commandDeps();
    const account = await deps.db.prisma.account.findUnique({ where: { email }, select: { id: true } });
    if (!account) throw new DomainError("not-found", "account.unknown", `There is no account ${email}.`);
    const url = await createSignInLink(deps, { accountId: account.id, ttlMinutes: options.minutes });
    context.result({ url, email }, url);
  },
};
