"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import type { Me } from "#server/identity/schema.ts";

import { Badge } from "../primitives/badge.tsx";
import { Button } from "../primitives/button.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";

type Team = Me["teams"][number];
type Props = { teams: readonly Team[]; busy: boolean; onLeave: (teamId: string) => void };

/** The teams one is in: either side can end it, this is one's own side. */
export function MyTeamList({ teams, busy, onLeave }: Props) {
  const t = useTranslations("entry");
  const [leaving, setLeaving] = useState<Team | null>(null);
  return (
    <>
      {teams.length === 0 ? <p className="text-sm text-muted">{t("account.noTeams")}</p> : null}
      <ul className="flex flex-col divide-y divide-line">
        {teams.map((team) => (
          <li key={team.teamId} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {team.name}
              <Badge>{t(`role.${team.role}`)}</Badge>
              {team.state === "paused" ? <Badge tone="warn">{t("memberState.paused")}</Badge> : null}
            </p>
            <div className="flex items-center gap-3">
              {team.role === "labeller" ? null : (
                <a
                  href={`/team?id=${team.teamId}`}
                  className="rounded text-sm text-accent underline underline-offset-2 touch:inline-flex touch:min-h-11 touch:items-center"
                >
                  {t("account.openTeam", { team: team.name })}
                </a>
              )}
              <Button
                size="small"
                tone="danger"
                disabled={busy}
                aria-label={t("account.leaveNamed", { team: team.name })}
                onClick={() => setLeaving(team)}
              >
                {t("account.leave")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        question={leaving ? t("account.leaveConfirm", { team: leaving.name }) : null}
        act={t("account.leave")}
        onConfirm={() => leaving && onLeave(leaving.teamId)}
        onClose={() => setLeaving(null)}
      />
    </>
  );
}
