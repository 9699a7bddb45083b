import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

export type ScoredMiner = { minerId: string; hotkey: string; uid: number | null; name: string; reward: number };

/** Active miners of the subnet with their pay points in a round; 0 for those that were not scored. */
export async function listScoredMiners(
  sql: Sql,
  subnet: Subnet,
  roundId: number,
  algorithmVersion: string,
): Promise<ScoredMiner[]> {
  return sql<ScoredMiner>(
    `select m.id as "minerId", m.hotkey, m.uid, tm.name,
            coalesce(s.reward * s.effective_members / s.cluster_size, 0) as reward
     from miner m join team tm on tm.id = m.team_id
     left join score s on s.miner_id = m.id and s.round_id = $3 and s.network = $1 and s.netuid = $2 and s.algorithm_version = $4
     where m.network = $1 and m.netuid = $2 and (m.state = 'active' or s.miner_id is not null)
     order by m.id`,
    [subnet.network, subnet.netuid, roundId, algorithmVersion],
  );
}

export async function listValidatorIds(sql: Sql, subnet: Subnet): Promise<string[]> {
  const rows = await sql<{ id: string }>("select id from validator where network = $1 and netuid = $2 order by id", [
    subnet.network,
    subnet.netuid,
  ]);
  return rows.map((row) => row.id);
}

export type WeightVectorRow = {
  roundId: number;
  burn: number;
  entries: unknown;
  algorithmVersion: string;
  createdAt: Date;
};

/** A validator's newest vector from a round before `beforeRoundId` (or of any round). */
export async function findLatestVector(
  sql: Sql,
  subnet: Subnet,
  validatorId: string,
  beforeRoundId: number | null,
): Promise<WeightVectorRow | null> {
  const rows = await sql<WeightVectorRow>(
    `select round_id as "roundId", burn, entries, algorithm_version as "algorithmVersion", created_at as "createdAt"
     from weight_vector
     where network = $1 and netuid = $2 and validator_id = $3 and ($4::int is null or round_id < $4)
     order by round_id desc limit 1`,
    [subnet.network, subnet.netuid, validatorId, beforeRoundId],
  );
  return rows[0] ?? null;
}

export async function findVector(
  sql: Sql,
  subnet: Subnet,
  validatorId: string,
  roundId: number,
): Promise<WeightVectorRow | null> {
  const rows = await sql<WeightVectorRow>(
    `select round_id as "roundId", burn, entries, algorithm_version as "algorithmVersion", created_at as "createdAt"
     from weight_vector where network = $1 and netuid = $2 and validator_id = $3 and round_id = $4
     order by created_at desc limit 1`,
    [subnet.network, subnet.netuid, validatorId, roundId],
  );
  return rows[0] ?? null;
}

export async function insertVector(
  sql: Sql,
  vector: {
    subnet: Subnet;
    roundId: number;
    validatorId: string;
    algorithmVersion: string;
    burn: number;
    entries: string;
  },
): Promise<void> {
  await sql(
    `insert into weight_vector (round_id, validator_id, network, netuid, algorithm_version, burn, entries)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb) on conflict do nothing`,
    [
      vector.roundId,
      vector.validatorId,
      vector.subnet.network,
      vector.subnet.netuid,
      vector.algorithmVersion,
      vector.burn,
      vector.entries,
    ],
  );
}

export async function findRoundSettings(sql: Sql, roundId: number): Promise<unknown> {
  const rows = await sql<{ settings: unknown }>("select settings from round where id = $1", [roundId]);
  return rows[0]?.settings ?? null;
}
