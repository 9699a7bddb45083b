"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";

import { RefusalNote } from "#ui/entry/refusal-note.tsx";
import { Spinner } from "#ui/primitives/spinner.tsx";

import { refusalCode } from "../../(entry)/refusal-code.ts";
import { useTRPC } from "../../trpc.tsx";
import { TeamDesk } from "./team-desk.tsx";

/** The teams that one manages; the address says which is shown. */
export function TeamScreen({ asked }: { asked: string | null }) {
  const t = useTranslations("entry.team");
  const trpc = useTRPC();
  const router = useRouter();
  const mine = useQuery(trpc.teams.mine.queryOptions());

  const managed = (mine.data ?? []).filter((team) => team.role !== "labeller");
  const team = managed.find((one) => one.teamId === asked) ?? managed[0];
  return (
    <main className="mx-auto flex max-w-5xl flex-col gap-6 px-4 py-8">
      <h1 className="text-2xl font-semibold">{team?.name ?? t("title")}</h1>
      <RefusalNote code={refusalCode(mine.error)} />
      {mine.isPending ? <Spinner label={t("loading")} /> : null}
      {mine.data && !team ? <p className="text-muted">{t("none")}</p> : null}
      {team ? (
        <TeamDesk
          key={team.teamId}
          team={team}
          teams={managed}
          onChoose={(teamId) => router.replace(`/team?id=${teamId}`)}
        />
      ) : null}
    </main>
  );
}
