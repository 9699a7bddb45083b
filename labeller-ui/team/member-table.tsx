"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";

import type { Member } from "#server/teams/schema.ts";

import { ConfirmDialog } from "../entry/confirm-dialog.tsx";
import { useMoment } from "../entry/moment.tsx";
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
  const format = useFormatter();
  const moment = useMoment();
  const [ending, setEnding] = useState<Member | null>(null);
  const columns = ["name", "role", "state", "labelsToday", "joined", "actions"] as const;
  return (
    // A wide table scrolls in its own frame; the frame takes focus so that arrow keys can scroll it.
    <section aria-label={t("team.members")} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full min-w-max text-left text-sm">
        <thead className="text-muted">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-2 pr-4 font-medium">
                {t(`team.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {members.map((member) => (
            <tr key={member.accountId}>
              <th scope="row" className="py-2 pr-4 font-medium">
                {member.name}
              </th>
              <td className="py-2 pr-4">{t(`role.${member.role}`)}</td>
              <td className="py-2 pr-4">
                <Badge tone={tones[member.state]}>{t(`memberState.${member.state}`)}</Badge>
              </td>
              <td className="py-2 pr-4 tabular-nums">{format.number(member.labelsToday)}</td>
              <td className="py-2 pr-4">{moment(member.joinedAt)}</td>
              <td className="py-2">
                <MemberActions
                  member={member}
                  viewerRole={viewerRole}
                  busy={busy}
                  onAct={(act) => (act === "end" ? setEnding(member) : onAct(act, member.accountId))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        question={ending ? t("team.endConfirm", { name: ending.name }) : null}
        act={t("team.end")}
        onConfirm={() => ending && onAct("end", ending.accountId)}
        onClose={() => setEnding(null)}
      />
    </section>
  );
}
