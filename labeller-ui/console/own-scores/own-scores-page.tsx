"use client";

import { Gauge } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";

import { EmptyNote } from "../empty-note.tsx";
import { useFigures } from "../figures.ts";
import { ChoiceField } from "../fields.tsx";
import { Loaded, type Loading } from "../loaded.tsx";
import { PageFrame, PagePart } from "../page-frame.tsx";
import { BoundsPlot } from "../plots/bounds-plot.tsx";
import { BlockSkeleton } from "../skeleton.tsx";
import { OwnScoreTable, type RoundScore } from "./own-score-table.tsx";

type Team = { teamId: string; name: string };
type Props = {
  /** Teams of this manager that have a miner. */
  teams: readonly Team[];
  team: Team | null;
  onTeam: (teamId: string) => void;
  /** Scores of the team's miner, newest round first. */
  scores: Loading<readonly RoundScore[]>;
};

/** A miner's scores as its own manager follows them. */
export function OwnScoresPage({ teams, team, onTeam, scores }: Props) {
  const t = useTranslations("console");
  const picker =
    teams.length > 1 && team ? (
      <ChoiceField
        label={t("ownScores.team")}
        value={team.teamId}
        options={teams.map(({ teamId: value, name: label }) => ({ value, label }))}
        onChange={onTeam}
      />
    ) : null;
  return (
    <PageFrame title={t("ownScores.title")} lead={t("ownScores.lead")} actions={picker}>
      <Loaded query={scores} waiting={<BlockSkeleton />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyNote
              picture={Gauge}
              title={team ? t("ownScores.none") : t("ownScores.noMiner")}
              text={team ? t("ownScores.noneText") : t("ownScores.noMinerText")}
            />
          ) : (
            <>
              <ScoreHistory scores={rows} />
              <OwnScoreTable scores={rows} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

const ROUNDS_DRAWN = 12;

function ScoreHistory({ scores }: { scores: readonly RoundScore[] }) {
  const t = useTranslations("console");
  const format = useFormatter();
  const { tau } = useFigures();
  const drawn = scores.slice(0, ROUNDS_DRAWN);
  // Rounds may have had different baselines; the line shows the one that counts next.
  const baseline = drawn[0]?.score.baseline ?? 0;
  return (
    <PagePart title={t("ownScores.history")} lead={t("ownScores.historyLead")}>
      <div className="rounded-xl border border-line bg-surface p-4 sm:p-5">
        <BoundsPlot
          title={t("ownScores.history")}
          description={drawn
            .map(({ roundNumber, score }) =>
              t("ownScores.historyText", { number: roundNumber, bound: tau(score.lowerBound) }),
            )
            .join(" ")}
          bounds={drawn.map(({ roundId, roundNumber, score }) => ({
            key: String(roundId),
            label: t("roundNumber", { number: roundNumber }),
            mean: score.shrunkMean,
            lower: score.lowerBound,
          }))}
          baseline={baseline}
          baselineLabel={`b = ${format.number(baseline)}`}
        />
      </div>
    </PagePart>
  );
}
