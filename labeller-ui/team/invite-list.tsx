"use client";

import { useTranslations } from "use-intl";

import type { InviteState, InviteView } from "#server/identity/invites/schema.ts";

import { useAgo, useMoment } from "../entry/moment.tsx";
import { Badge, type BadgeTone } from "../primitives/badge.tsx";
import { Button } from "../primitives/button.tsx";

type Props = { invites: readonly InviteView[]; busy: boolean; onRevoke: (inviteId: string) => void };

const tones: Record<InviteState, BadgeTone> = {
  open: "good",
  "used-up": "neutral",
  expired: "neutral",
  revoked: "bad",
};

export function InviteList({ invites, busy, onRevoke }: Props) {
  const t = useTranslations("entry");
  const moment = useMoment();
  const ago = useAgo();
  if (invites.length === 0) return <p className="text-sm text-muted">{t("team.noInvites")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {invites.map((invite) => (
        <li key={invite.inviteId} className="flex flex-wrap items-center justify-between gap-3 py-2 text-sm">
          <div className="flex flex-col gap-1">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {t(`role.${invite.role}`)}
              <Badge tone={tones[invite.state]}>{t(`inviteState.${invite.state}`)}</Badge>
            </p>
            <p className="text-muted">
              {t("team.used", { used: invite.used, cap: invite.cap })}
              {" · "}
              {t("team.expires", { date: `${moment(invite.expiresAt)} (${ago(invite.expiresAt)})` })}
              {invite.createdByName === null ? "" : ` · ${t("team.by", { name: invite.createdByName })}`}
            </p>
          </div>
          {invite.state === "open" ? (
            <Button
              size="small"
              tone="danger"
              disabled={busy}
              aria-label={t("team.revokeNamed", { date: moment(invite.createdAt) })}
              onClick={() => onRevoke(invite.inviteId)}
            >
              {t("team.revoke")}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
