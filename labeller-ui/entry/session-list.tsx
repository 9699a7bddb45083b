"use client";

import { useTranslations } from "use-intl";

import type { AccountView } from "#server/identity/schema.ts";

import { Badge } from "../primitives/badge.tsx";
import { Button } from "../primitives/button.tsx";
import { useAgo, useMoment } from "./moment.tsx";
import { nameBrowser } from "./user-agent.ts";

type Props = {
  sessions: AccountView["sessions"];
  busy: boolean;
  onEnd: (sessionId: string) => void;
  onEndOthers: () => void;
};

export function SessionList({ sessions, busy, onEnd, onEndOthers }: Props) {
  const t = useTranslations("entry.account");
  const moment = useMoment();
  const ago = useAgo();
  return (
    <div className="flex flex-col items-start gap-4">
      <ul className="flex w-full flex-col divide-y divide-line">
        {sessions.map((session) => {
          const known = nameBrowser(session.userAgent);
          const name = known ? t("sessionOn", known) : t("sessionUnknown");
          return (
            <li key={session.id} className="flex items-center justify-between gap-4 py-2">
              <div>
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {name}
                  {session.current ? <Badge tone="good">{t("sessionCurrent")}</Badge> : null}
                </p>
                <p className="text-sm text-muted">
                  {t("sessionUsed", { date: `${moment(session.usedAt)} (${ago(session.usedAt)})` })}
                  {session.ip ? ` · ${session.ip}` : ""}
                </p>
              </div>
              {session.current ? null : (
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={t("endNamed", { name })}
                  onClick={() => onEnd(session.id)}
                >
                  {t("end")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? (
        <Button disabled={busy} onClick={onEndOthers}>
          {t("endOthers")}
        </Button>
      ) : null}
    </div>
  );
}
