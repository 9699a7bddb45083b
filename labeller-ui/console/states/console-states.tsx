"use client";

import { Button } from "../../primitives/button.tsx";
import { DatasetsPage } from "../datasets/datasets-page.tsx";
import { ExplanationPage } from "../explanation/explanation-page.tsx";
import { EvaluationsPage } from "../evaluations/evaluations-page.tsx";
import { evaluations } from "../fixture-evaluations.ts";
import { explanation, scores, vectorOf } from "../fixture-scores.ts";
import { datasets, failed, health, jobs, loaded, rounds, task, tasks, waiting } from "../fixtures.ts";
import { HealthPage } from "../operations/health-page.tsx";
import { JobsPage } from "../operations/jobs-page.tsx";
import { OwnScoresPage } from "../own-scores/own-scores-page.tsx";
import { RoundPage } from "../rounds/round-page.tsx";
import { RoundsView } from "../rounds/rounds-view.tsx";
import { TaskView } from "../tasks/task-view.tsx";
import { TasksView } from "../tasks/tasks-view.tsx";
import { WeightsPage } from "../weights/weights-page.tsx";

const ignore = () => {};
const nothing = { roundId: null, kind: null, state: null };
const closed = rounds.slice(1);
const [openRound] = rounds;
const [closedRound] = closed;
const tasksProps = { rounds, filter: nothing, onFilter: ignore, isFetchingMore: false };
const roundProps = { ownHotkeys: [], canExplainAll: true, upHref: "/rounds" };
const jobsProps = { cancelling: new Set(["j1"]), cancelError: null, onCancel: ignore };

/** Pages with something to show, with nothing to show, on their way, and refused. */
export function ConsoleState({ name }: { name: string }) {
  switch (name) {
    case "tasks":
      return <TasksView {...tasksProps} tasks={loaded(tasks)} onMore={ignore} />;
    case "tasks-empty":
      return <TasksView {...tasksProps} tasks={loaded([])} onMore={null} />;
    case "tasks-waiting":
      return <TasksView {...tasksProps} tasks={waiting} onMore={null} />;
    case "tasks-failed":
      return <TasksView {...tasksProps} tasks={failed} onMore={null} />;
    case "task":
      return <TaskView task={task} />;
    case "rounds":
      return <RoundsView rounds={loaded(rounds)} onOpen={ignore} busy={false} error={null} />;
    case "round-open":
      return openRound ? (
        <RoundPage
          {...roundProps}
          round={openRound}
          counts={{ tasks: 12, labels: 87 }}
          scores={loaded([])}
          vector={null}
          actions={<Button>Close round</Button>}
        />
      ) : null;
    case "round-closing":
      return openRound ? (
        <RoundPage
          {...roundProps}
          round={{ ...openRound, state: "closing" }}
          counts={{ tasks: 12, labels: 87 }}
          scores={loaded(scores)}
          vector={waiting}
          actions={null}
        />
      ) : null;
    case "round":
      return closedRound ? (
        <RoundPage
          {...roundProps}
          round={closedRound}
          counts={closedRound}
          scores={loaded(scores)}
          vector={loaded(vectorOf(6))}
          ownHotkeys={[scores[1]?.hotkey ?? ""]}
          actions={null}
        />
      ) : null;
    case "explanation":
      return <ExplanationPage roundId={6} roundNumber={6} explanation={loaded(explanation)} />;
    case "weights":
      return (
        <WeightsPage
          vectors={loaded(
            closed.map(({ id, number }) => ({ roundId: id, roundNumber: number, vector: vectorOf(number) })),
          )}
        />
      );
    case "datasets":
      return (
        <DatasetsPage
          datasets={loaded(datasets)}
          closedRounds={closed}
          runOf={(dataset) => (dataset.state === "running" ? (jobs[0] ?? null) : null)}
          busy={false}
          error={null}
          onExport={ignore}
        />
      );
    case "evaluations":
      return (
        <EvaluationsPage
          evaluations={loaded(evaluations)}
          choice={{ shown: null, compared: evaluations[1]?.id ?? null }}
          onChoice={ignore}
        />
      );
    case "jobs":
      return <JobsPage {...jobsProps} runs={loaded(jobs)} live="live" />;
    case "health":
      return <HealthPage health={loaded(health)} />;
    case "scores":
      return (
        <OwnScoresPage
          teams={[{ teamId: "t1", name: "Bao Nhan Studio" }]}
          team={{ teamId: "t1", name: "Bao Nhan Studio" }}
          onTeam={ignore}
          scores={loaded(
            closed.flatMap(({ id, number, closedAt }, index) => {
              const score = scores[index];
              return score ? [{ roundId: id, roundNumber: number, closedAt, score }] : [];
            }),
          )}
        />
      );
    default:
      return null;
  }
}
