import { encodeAddress } from "@polkadot/util-crypto";

import { blake2b256Hex } from "#server/platform/hashing.ts";
import type { Randomness } from "#server/platform/random.ts";

import { createSession, type Session } from "../api-client.ts";
import type { Actor } from "./cast.ts";

export type Player = Actor & { minerId: string; session: Session };

const tokenOf = (url: string) => url.split("/").at(-1) ?? "";

/** A key that nobody holds: enough for a simulated miner on a localnet, and recognisable by its run. */
const hotkeyOf = (run: string, name: string) =>
  encodeAddress(`0x${blake2b256Hex(new TextEncoder().encode(`${run}/${name}`))}`, 42);

/** Registers one team per actor through the public API: team, owner, invite, labeller account. */
export async function enrol(
  origin: string,
  validator: Session,
  cast: readonly Actor[],
  random: Randomness,
  onEnrolled: (count: number) => void,
): Promise<Player[]> {
  const run = random.hex(6);
  const owner = createSession(origin);
  const players: Player[] = [];
  for (const actor of cast) {
    const team = await validator.api.teams.create.mutate({ name: actor.name, hotkey: hotkeyOf(run, actor.name) });
    const ownerToken = tokenOf(team.ownerInviteUrl);
    if (players.length === 0)
      await owner.api.identity.acceptInvite.mutate(newcomer(ownerToken, "Demo owner", run, "owner", random));
    else await owner.api.identity.joinByInvite.mutate({ token: ownerToken });
    const invite = await owner.api.teams.invite.mutate({
      teamId: team.teamId,
      role: "labeller",
      cap: 1,
      expiresInHours: 1,
    });
    const session = createSession(origin);
    await session.api.identity.acceptInvite.mutate(newcomer(tokenOf(invite.url), actor.name, run, actor.name, random));
    players.push({ ...actor, minerId: team.minerId, session });
    onEnrolled(players.length);
  }
  return players;
}

function newcomer(token: string, name: string, run: string, local: string, random: Randomness) {
  return { token, name, email: `${local}.${run}@demo.dojo.localhost`, password: random.token(24) };
}
