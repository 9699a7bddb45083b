import type { Database } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

/** The people of a fresh localnet, one per role, by the name of the role. */
export const LOCALNET_PEOPLE = {
  labeller: { name: "Linh (labeller)", email: "labeller@dojo.localhost" },
  manager: { name: "Mira (team manager)", email: "manager@dojo.localhost" },
  validator: { name: "Vera (validator)", email: "validator@dojo.localhost" },
  operator: { name: "Otto (operator)", email: "operator@dojo.localhost" },
} as const;
export type LocalnetRole = keyof typeof LOCALNET_PEOPLE;

/** Development keys from Substrate's well-known mnemonic (//Alice, //Bob): public on purpose, worth nothing. */
const VALIDATOR_HOTKEY = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const MINER_HOTKEY = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

/** Makes the people, one validator and one team with a miner. Running it again changes nothing. */
export async function seedLocalnet({ prisma }: Database, subnet: Subnet): Promise<Record<LocalnetRole, string>> {
  const account = async (role: LocalnetRole) => {
    const { name, email } = LOCALNET_PEOPLE[role];
    const create = { id: `seed-${role}`, name, email, emailVerified: true, isOperator: role === "operator" };
    const row = await prisma.account.upsert({ where: { email }, create, update: {}, select: { id: true } });
    return row.id;
  };
  const ids = {
    labeller: await account("labeller"),
    manager: await account("manager"),
    validator: await account("validator"),
    operator: await account("operator"),
  };
  await seedValidator({ prisma }, subnet, ids.validator);
  await seedTeam({ prisma }, subnet, ids.manager, ids.labeller);
  return ids;
}

async function seedValidator({ prisma }: Pick<Database, "prisma">, subnet: Subnet, accountId: string): Promise<void> {
  const key = { ...subnet, hotkey: VALIDATOR_HOTKEY };
  const validator = await prisma.validator.upsert({
    where: { network_netuid_hotkey: key },
    create: { ...key, name: "Localnet validator" },
    update: {},
  });
  const member = { validatorId: validator.id, accountId };
  await prisma.validatorMember.upsert({ where: { validatorId_accountId: member }, create: member, update: {} });
}

async function seedTeam(
  { prisma }: Pick<Database, "prisma">,
  subnet: Subnet,
  managerId: string,
  labellerId: string,
): Promise<void> {
  const key = { ...subnet, hotkey: MINER_HOTKEY };
  if (await prisma.miner.findUnique({ where: { network_netuid_hotkey: key } })) return;
  await prisma.team.create({
    data: {
      name: "First team",
      miner: { create: { ...key, uid: 1 } },
      memberships: {
        create: [
          { accountId: managerId, role: "owner" },
          { accountId: labellerId, role: "labeller" },
        ],
      },
    },
  });
}
