"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { Loaded } from "#ui/console/loaded.tsx";
import { PageFrame } from "#ui/console/page-frame.tsx";
import { CloseRound } from "#ui/console/rounds/close-round.tsx";
import { RoundPage } from "#ui/console/rounds/round-page.tsx";
import { BlockSkeleton } from "#ui/console/skeleton.tsx";

import { useTRPC } from "../../../../trpc.tsx";
import { useHolds } from "../../../use-holds.ts";
import { useRound } from "./use-round.ts";

export function RoundScreen({ roundId }: { roundId: number }) {
  const t = useTranslations("console");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const isValidator = useHolds("validator");
  const isOperator = useHolds("operator");
  const { round, counts, scores, vector } = useRound(roundId, isValidator);
  const teams = useQuery(trpc.teams.mine.queryOptions());
  const close = useMutation(
    trpc.rounds.close.mutationOptions({ onSettled: () => queries.invalidateQueries(trpc.rounds.pathFilter()) }),
  );
  const upHref = isValidator || isOperator ? "/rounds" : "/scores";
  if (!round.data) {
    return (
      <PageFrame up={{ href: upHref, label: t("rounds.title") }} title={t("round")}>
        <Loaded query={round} waiting={<BlockSkeleton blocks={3} />}>
          {() => null}
        </Loaded>
      </PageFrame>
    );
  }
  return (
    <RoundPage
      round={round.data}
      counts={counts}
      scores={scores}
      vector={isValidator ? vector : null}
      ownHotkeys={(teams.data ?? []).flatMap(({ miner }) => (miner ? [miner.hotkey] : []))}
      canExplainAll={isValidator || isOperator}
      upHref={upHref}
      actions={
        isValidator && round.data.state === "open" ? (
          <CloseRound
            number={round.data.number}
            graceSeconds={round.data.settings.closingGraceSeconds}
            busy={close.isPending}
            error={close.error}
            onClose={({ waits, opensNext }) =>
              close.mutate({ roundId, opensNext, ...(waits ? {} : { graceSeconds: 0 }) })
            }
          />
        ) : null
      }
    />
  );
}
