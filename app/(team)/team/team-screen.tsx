"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";

import { RefusalNote } from "#ui/entry/refusal-note.tsx";
import { Spinner } from "#ui/primitives/spinner.tsx";

import { goTo } from "../../(entry)/next-path.ts";
import { refusalCode } from "../../(entry)/refusal-code.ts";
import { useTRPC } from "../../trpc.tsx";
import { TeamDesk } from "./team-desk.tsx";

/** The teams that one manages; the address says which is shown. */
export function TeamScreen({ asked }: { asked: string | null }) {
  const t = useTranslations("entry.team");
  const trpc = useTRPC();
  const router = useRouter();
  const mine = useQuery(trpc.teams.mine.queryOptions());
  const failure = refusalCode(mine.error);
  const signedOut = failure === "request.unauthorized";
  useEffect(() => {
    if (signedOut) goTo("/sign-in?next=/team");
  }, [signedOut]);

  const managed = (mine.data ?? []).filter((team) => team.role !== "labeller");
  const team = managed.find((one) => one.teamId === asked) ?? managed[0];
  return (
    <main className="mx-auto flex max-w-5xl flex-col gap-6 px-4 py-8">
      <h1 className="text-2xl font-semibold">{team?.name ?? t("title")}</h1>
      {signedOut ? null : <RefusalNote code={failure} />}
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
