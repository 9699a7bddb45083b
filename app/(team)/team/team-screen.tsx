"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";

import { EmptyNote } from "#ui/console/empty-note.tsx";
import { Loaded } from "#ui/console/loaded.tsx";
import { PageFrame } from "#ui/console/page-frame.tsx";
import { BlockSkeleton } from "#ui/console/skeleton.tsx";

import { useTRPC } from "../../trpc.tsx";
import { TeamDesk } from "./team-desk.tsx";

/** The teams that one manages; the address says which is shown. */
export function TeamScreen({ asked }: { asked: string | null }) {
  const t = useTranslations("entry.team");
  const router = useRouter();
  const mine = useQuery(useTRPC().teams.mine.queryOptions());
  const managed = (mine.data ?? []).filter((team) => team.role !== "labeller");
  const team = managed.find((one) => one.teamId === asked) ?? managed[0];
  if (team) {
    return (
      <TeamDesk
        key={team.teamId}
        team={team}
        teams={managed}
        onChoose={(teamId) => router.replace(`/team?id=${teamId}`)}
      />
    );
  }
  return (
    <PageFrame title={t("title")}>
      <Loaded query={mine} waiting={<BlockSkeleton />}>
        {() => <EmptyNote picture={Users} title={t("none")} text={t("noneText")} />}
      </Loaded>
    </PageFrame>
  );
}
