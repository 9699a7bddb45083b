"use client";

import { useTranslations } from "use-intl";

import type { MyTeam } from "#server/teams/schema.ts";

import { ChoiceField } from "../console/fields.tsx";

type Props = { team: MyTeam; teams: readonly MyTeam[]; onChoose: (teamId: string) => void };

/** Which of one's teams is shown; nothing to choose for those who have one. */
export function TeamChoice({ team, teams, onChoose }: Props) {
  const t = useTranslations("entry.team");
  if (teams.length < 2) return null;
  return (
    <ChoiceField
      label={t("choose")}
      value={team.teamId}
      options={teams.map((one) => ({ value: one.teamId, label: one.name }))}
      onChange={onChoose}
    />
  );
}
