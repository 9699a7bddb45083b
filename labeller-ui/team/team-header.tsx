"use client";

import { useTranslations } from "use-intl";

import type { MyTeam } from "#server/teams/schema.ts";

import { SelectField } from "../entry/select-field.tsx";
import { fieldText, TextField } from "../entry/text-field.tsx";
import { Badge } from "../primitives/badge.tsx";
import { Button } from "../primitives/button.tsx";

type Props = {
  team: MyTeam;
  teams: readonly MyTeam[];
  busy: boolean;
  onChoose: (teamId: string) => void;
  onRename: (name: string) => void;
};

/** Which team this is, its miner, and its name, which may be changed. */
export function TeamHeader({ team, teams, busy, onChoose, onRename }: Props) {
  const t = useTranslations("entry.team");
  return (
    <div className="flex flex-col gap-4">
      {teams.length > 1 ? (
        <SelectField
          label={t("choose")}
          value={team.teamId}
          options={teams.map((one) => ({ value: one.teamId, label: one.name }))}
          onChange={onChoose}
        />
      ) : null}
      {team.miner ? (
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          {t("hotkey")}
          <code className="font-mono break-all text-ink">{team.miner.hotkey}</code>
          {team.miner.uid === null ? null : <Badge>{t("uid", { uid: team.miner.uid })}</Badge>}
        </p>
      ) : null}
      <form
        key={team.teamId}
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onRename(fieldText(event.currentTarget, "name"));
        }}
      >
        <TextField label={t("renameLabel")} name="name" defaultValue={team.name} maxLength={80} required />
        <Button type="submit" disabled={busy}>
          {t("rename")}
        </Button>
      </form>
    </div>
  );
}
