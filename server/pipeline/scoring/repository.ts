import type { Sql } from "#server/platform/db.ts";
import type { Subnet } from "#server/platform/deps.ts";

/** One control assignment of a miner, with the truth it was shown and what came of it. */
export type ControlOutcome = {
  assignmentId: string;
  minerId: string;
  state: "open" | "submitted" | "late" | "surplus" | "skipped" | "expired";
  /** Whether the round's grace ended before the lease did. */
  cutShort: boolean;
  /** Level by position. */
  levels: number[];
  /** Rank by position; null without a label. */
  ranks: number[] | null;
};

export async function listControlOutcomes(sql: Sql, subnet: Subnet, roundId: number): Promise<ControlOutcome[]> {
  return sql<ControlOutcome>(
    `select a.id as "assignmentId", a.miner_id as "minerId", a.state, l.ranks,
            a.state = 'expired' and a.ended_at < a.expires_at as "cutShort",
            (select array_agg((v.value ->> 'level')::int order by v.ordinality)
             from jsonb_array_elements(r.variants) with ordinality v) as levels
     from assignment a
     join task t on t.id = a.task_id and t.kind = 'control' and t.state <> 'quarantined'
     join rendering r on r.task_id = a.task_id and r.miner_id = a.miner_id
     left join label l on l.round_id = a.round_id and l.network = a.network and l.netuid = a.netuid and l.assignment_id = a.id
     where a.round_id = $1 and a.network = $2 and a.netuid = $3
     order by a.miner_id, a.id`,
    [roundId, subnet.network, subnet.netuid],
  );
}

/** Answers per miner, control and normal together: N of the reward. */
export async function countAnswers(sql: Sql, subnet: Subnet, roundId: number): Promise<Map<string, number>> {
  const rows = await sql<{ minerId: string; answers: number }>(
    `select miner_id as "minerId", count(*)::int as answers from label
     where round_id = $1 and network = $2 and netuid = $3 group by miner_id`,
    [roundId, subnet.network, subnet.netuid],
  );
  return new Map(rows.map((row) => [row.minerId, row.answers]));
}

export type NewObservation = { entryId: string; sampleId: string; metric: string; value: number };

/** Stores observations; what a first run stored stays. */
export async function insertObservations(
  sql: Sql,
  subnet: Subnet,
  roundId: number,
  observations: readonly NewObservation[],
): Promise<void> {
  await sql(
    `insert into observation (round_id, network, netuid, entry_id, sample_id, metric, value, evaluator)
     select $1, $2, $3, o."entryId", o."sampleId", o.metric, o.value, 'human'
     from jsonb_to_recordset($4::jsonb) as o("entryId" uuid, "sampleId" uuid, metric text, value float8)
     on conflict do nothing`,
    [roundId, subnet.network, subnet.netuid, JSON.stringify(observations)],
  );
}

export type ObservationRow = { entryId: string; metric: string; value: number };

/** The only input of the scoring model. */
export async function listObservations(sql: Sql, subnet: Subnet, roundId: number): Promise<ObservationRow[]> {
  return sql<ObservationRow>(
    `select entry_id as "entryId", metric, value from observation
     where round_id = $1 and network = $2 and netuid = $3 order by entry_id, sample_id, metric`,
    [roundId, subnet.network, subnet.netuid],
  );
}

export type NewScore = {
  minerId: string;
  controlAnswers: number;
  answers: number;
  answersPaid: number;
  expired: number;
  skipped: number;
  meanTau: number;
  shrunkMean: number;
  lowerBound: number;
  baseline: number;
  reward: number;
  clusterSize: number;
  effectiveMembers: number;
  share: number;
};

export async function insertScores(
  sql: Sql,
  input: { subnet: Subnet; roundId: number; algorithmVersion: string; seed: string; scores: readonly NewScore[] },
): Promise<void> {
  await sql(
    `insert into score (round_id, network, netuid, algorithm_version, seed, miner_id, control_answers, answers, answers_paid, expired, skipped,
       mean_tau, shrunk_mean, lower_bound, baseline, reward, cluster_size, effective_members, share)
     select $1, $2, $3, $4, $5, s."minerId", s."controlAnswers", s.answers, s."answersPaid", s.expired, s.skipped,
            s."meanTau", s."shrunkMean", s."lowerBound", s.baseline, s.reward, s."clusterSize", s."effectiveMembers", s.share
     from jsonb_to_recordset($6::jsonb) as s("minerId" uuid, "controlAnswers" int, answers int, "answersPaid" float8, expired int, skipped int,
       "meanTau" float8, "shrunkMean" float8, "lowerBound" float8, baseline float8, reward float8, "clusterSize" int,
       "effectiveMembers" float8, share float8)
     on conflict do nothing`,
    [
      input.roundId,
      input.subnet.network,
      input.subnet.netuid,
      input.algorithmVersion,
      input.seed,
      JSON.stringify(input.scores),
    ],
  );
}

export async function findRoundSettings(
  sql: Sql,
  roundId: number,
): Promise<{ settings: unknown; secretHash: string } | null> {
  const rows = await sql<{ settings: unknown; secretHash: string }>(
    `select settings, secret_hash as "secretHash" from round where id = $1`,
    [roundId],
  );
  return rows[0] ?? null;
}

export type ScoreRow = NewScore & { minerName: string; hotkey: string; algorithmVersion: string; seed: string };

const SCORE_COLUMNS = `s.miner_id as "minerId", tm.name as "minerName", m.hotkey, s.algorithm_version as "algorithmVersion", s.seed,
  s.control_answers as "controlAnswers", s.answers, s.answers_paid as "answersPaid", s.expired, s.skipped,
  s.mean_tau as "meanTau", s.shrunk_mean as "shrunkMean", s.lower_bound as "lowerBound", s.baseline, s.reward,
  s.cluster_size as "clusterSize", s.effective_members as "effectiveMembers", s.share`;

/** A round's scores, best first; of one miner when `minerId` is given. */
export async function listScores(
  sql: Sql,
  subnet: Subnet,
  roundId: number,
  minerId: string | null,
): Promise<ScoreRow[]> {
  return sql<ScoreRow>(
    `select ${SCORE_COLUMNS}
     from score s join miner m on m.id = s.miner_id join team tm on tm.id = m.team_id
     where s.round_id = $1 and s.network = $2 and s.netuid = $3 and ($4::uuid is null or s.miner_id = $4)
     order by s.share desc, s.lower_bound desc, tm.name`,
    [roundId, subnet.network, subnet.netuid, minerId],
  );
}

export type MinerScoreRow = { roundId: number; roundNumber: number; closedAt: Date | null; score: ScoreRow };

/** A miner's scores, newest round first. */
export async function listScoresOfMiner(
  sql: Sql,
  subnet: Subnet,
  minerId: string,
  limit: number,
): Promise<MinerScoreRow[]> {
  const rows = await sql<ScoreRow & Omit<MinerScoreRow, "score">>(
    `select rd.id as "roundId", rd.number as "roundNumber", rd.closed_at as "closedAt", ${SCORE_COLUMNS}
     from score s join miner m on m.id = s.miner_id join team tm on tm.id = m.team_id join round rd on rd.id = s.round_id
     where s.miner_id = $3 and s.network = $1 and s.netuid = $2
     order by rd.number desc, s.algorithm_version desc limit $4`,
    [subnet.network, subnet.netuid, minerId, limit],
  );
  return rows.map(({ roundId, roundNumber, closedAt, ...score }) => ({ roundId, roundNumber, closedAt, score }));
}

export type ExplainedAnswer = {
  assignmentId: string;
  taskId: string;
  prompts: Record<string, string>;
  labellerName: string;
  state: ControlOutcome["state"];
  levels: number[];
  ranks: number[] | null;
  documents: string[];
  tau: number | null;
  digest: string;
};

/** Every control assignment of one miner in a closed round, with both orders. */
export async function listExplainedAnswers(
  sql: Sql,
  subnet: Subnet,
  roundId: number,
  minerId: string,
): Promise<ExplainedAnswer[]> {
  return sql<ExplainedAnswer>(
    `select a.id as "assignmentId", a.task_id as "taskId", p.prompts, ac.name as "labellerName", a.state, l.ranks, r.documents,
            (select array_agg((v.value ->> 'level')::int order by v.ordinality)
             from jsonb_array_elements(r.variants) with ordinality v) as levels,
            o.value as tau, c.digest
     from assignment a
     join task t on t.id = a.task_id and t.kind = 'control'
     join problem p on p.id = t.problem_id
     join account ac on ac.id = a.labeller_id
     join rendering r on r.task_id = a.task_id and r.miner_id = a.miner_id
     join commitment c on c.task_id = t.id
     left join label l on l.round_id = a.round_id and l.network = a.network and l.netuid = a.netuid and l.assignment_id = a.id
     left join observation o on o.round_id = a.round_id and o.network = a.network and o.netuid = a.netuid
       and o.entry_id = a.miner_id and o.sample_id = a.id and o.metric = 'kendall-tau'
     where a.round_id = $1 and a.network = $2 and a.netuid = $3 and a.miner_id = $4
     order by a.leased_at, a.id`,
    [roundId, subnet.network, subnet.netuid, minerId],
  );
}

export async function findRoundState(sql: Sql, subnet: Subnet, roundId: number): Promise<string | null> {
  const rows = await sql<{ state: string }>("select state from round where id = $1 and network = $2 and netuid = $3", [
    roundId,
    subnet.network,
    subnet.netuid,
  ]);
  return rows[0]?.state ?? null;
}

export type CommitmentRow = {
  taskId: string;
  network: string;
  netuid: number;
  roundId: number;
  digest: string;
  truth: unknown;
  salt: string;
  roundSecret: string | null;
  roundSecretHash: string;
  openedAt: Date;
  revealedAt: Date | null;
};

export async function findCommitment(sql: Sql, subnet: Subnet, taskId: string): Promise<CommitmentRow | null> {
  const rows = await sql<CommitmentRow>(
    `select c.task_id as "taskId", c.network, c.netuid, c.round_id as "roundId", c.digest, c.truth, c.salt,
            r.secret_reveal as "roundSecret", r.secret_hash as "roundSecretHash", c.created_at as "openedAt", c.revealed_at as "revealedAt"
     from commitment c join round r on r.id = c.round_id
     where c.task_id = $1 and c.network = $2 and c.netuid = $3`,
    [taskId, subnet.network, subnet.netuid],
  );
  return rows[0] ?? null;
}
