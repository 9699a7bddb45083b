"use client";

import { useTranslations } from "use-intl";

import type { Member } from "#server/teams/schema.ts";

import { Button } from "../primitives/button.tsx";

export type MemberAct = "pause" | "resume" | "end";

type Props = { member: Member; viewerRole: "owner" | "manager"; busy: boolean; onAct: (act: MemberAct) => void };

/** What the viewer may do to one member; nothing for those above them and those who have gone. */
export function MemberActions({ member, viewerRole, busy, onAct }: Props) {
  const t = useTranslations("entry.team");
  const { name, role, state } = member;
  const move = role !== "labeller" ? null : state === "active" ? "pause" : "resume";
  const mayEnd = role === "labeller" || (role === "manager" && viewerRole === "owner");
  if (state === "ended") return null;
  return (
    <div className="flex flex-wrap gap-2">
      {move ? (
        <Button size="small" disabled={busy} aria-label={t(`${move}Named`, { name })} onClick={() => onAct(move)}>
          {t(move)}
        </Button>
      ) : null}
      {mayEnd ? (
        <Button
          size="small"
          tone="danger"
          disabled={busy}
          aria-label={t("endNamed", { name })}
          onClick={() => onAct("end")}
        >
          {t("end")}
        </Button>
      ) : null}
    </div>
  );
}
