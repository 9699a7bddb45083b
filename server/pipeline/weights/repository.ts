import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

export type ScoredMiner = { minerId: string; hotkey: string; uid: number | null; name: string; reward: number };

/**
 * Active miners of the subnet with their pay points in a round; 0 for those that were not scored. A miner that was struck
 * off has no uid: by now it may be somebody else's.
 */
export async function listScoredMiners(
  sql: Sql,
  subnet: Subnet,
  roundId: number,
  algorithmVersion: string,
): Promise<ScoredMiner[]> {
  return sql<ScoredMiner>(
    `select m.id as "minerId", m.hotkey, case when m.state <> 'deregistered' then m.uid end as uid, tm.name,
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
  burnUid: number;
  entries: unknown;
  chain: unknown;
  algorithmVersion: string;
  createdAt: Date;
};

const COLUMNS = `round_id as "roundId", burn, burn_uid as "burnUid", entries, chain, algorithm_version as "algorithmVersion",
  created_at as "createdAt"`;

/** A validator's newest vector from a round before `beforeRoundId` (or of any round). */
export async function findLatestVector(
  sql: Sql,
  subnet: Subnet,
  validatorId: string,
  beforeRoundId: number | null,
): Promise<WeightVectorRow | null> {
  const rows = await sql<WeightVectorRow>(
    `select ${COLUMNS} from weight_vector
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
    `select ${COLUMNS} from weight_vector where network = $1 and netuid = $2 and validator_id = $3 and round_id = $4
     order by created_at desc limit 1`,
    [subnet.network, subnet.netuid, validatorId, roundId],
  );
  return rows[0] ?? null;
}

/** A validator's vectors, newest first. */
export async function listVectors(
  sql: Sql,
  subnet: Subnet,
  validatorId: string,
  limit: number,
): Promise<WeightVectorRow[]> {
  return sql<WeightVectorRow>(
    `select ${COLUMNS} from weight_vector where network = $1 and netuid = $2 and validator_id = $3
     order by round_id desc, created_at desc limit $4`,
    [subnet.network, subnet.netuid, validatorId, limit],
  );
}

export async function insertVector(
  sql: Sql,
  vector: {
    subnet: Subnet;
    roundId: number;
    validatorId: string;
    algorithmVersion: string;
    burn: number;
    burnUid: number;
    entries: string;
    chain: string;
  },
): Promise<void> {
  await sql(
    `insert into weight_vector (round_id, validator_id, network, netuid, algorithm_version, burn, burn_uid, entries, chain)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb) on conflict do nothing`,
    [
      vector.roundId,
      vector.validatorId,
      vector.subnet.network,
      vector.subnet.netuid,
      vector.algorithmVersion,
      vector.burn,
      vector.burnUid,
      vector.entries,
      vector.chain,
    ],
  );
}

export async function findRoundSettings(sql: Sql, roundId: number): Promise<unknown> {
  const rows = await sql<{ settings: unknown }>("select settings from round where id = $1", [roundId]);
  return rows[0]?.settings ?? null;
}
