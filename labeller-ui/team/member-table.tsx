"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import type { Member } from "#server/teams/schema.ts";

import { type Column, DataTable } from "../console/data-table.tsx";
import { useFigures } from "../console/figures.ts";
import { Moment } from "../console/moment.tsx";
import { ConfirmDialog } from "../entry/confirm-dialog.tsx";
import { Badge, type BadgeTone } from "../primitives/badge.tsx";
import { type MemberAct, MemberActions } from "./member-actions.tsx";

type Props = {
  members: readonly Member[];
  /** The viewer's own rank decides which acts are offered; the server decides which are done. */
  viewerRole: "owner" | "manager";
  busy: boolean;
  onAct: (act: MemberAct, accountId: string) => void;
};

const tones: Record<Member["state"], BadgeTone> = { active: "good", paused: "warn", ended: "neutral" };

export function MemberTable({ members, viewerRole, busy, onAct }: Props) {
  const t = useTranslations("entry");
  const { count } = useFigures();
  const [ending, setEnding] = useState<Member | null>(null);
  const columns: Column<Member>[] = [
    { key: "name", header: t("team.name"), cell: ({ name }) => name },
    { key: "role", header: t("team.role"), cell: ({ role }) => t(`role.${role}`) },
    {
      key: "state",
      header: t("team.state"),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`memberState.${state}`)}</Badge>,
    },
    {
      key: "labelsToday",
      header: t("team.labelsToday"),
      isNumber: true,
      cell: ({ labelsToday }) => count(labelsToday),
    },
    { key: "joined", header: t("team.joined"), isWide: true, cell: ({ joinedAt }) => <Moment at={joinedAt} /> },
    {
      key: "actions",
      header: t("team.actions"),
      isAct: true,
      cell: (member) => (
        <MemberActions
          member={member}
          viewerRole={viewerRole}
          busy={busy}
          onAct={(act) => (act === "end" ? setEnding(member) : onAct(act, member.accountId))}
        />
      ),
    },
  ];
  return (
    <>
      <DataTable label={t("team.members")} columns={columns} rows={members} keyOf={({ accountId }) => accountId} />
      <ConfirmDialog
        question={ending ? t("team.endConfirm", { name: ending.name }) : null}
        act={t("team.end")}
        onConfirm={() => ending && onAct("end", ending.accountId)}
        onClose={() => setEnding(null)}
      />
    </>
  );
}
