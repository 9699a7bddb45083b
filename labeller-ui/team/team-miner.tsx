"use client";

import { useTranslations } from "use-intl";

import type { MyTeam } from "#server/teams/schema.ts";

import { CopyHash } from "../console/copy-hash.tsx";
import { Badge } from "../primitives/badge.tsx";

/** The miner for whom a team works, as the chain knows it. */
export function TeamMiner({ miner }: { miner: MyTeam["miner"] }) {
  const t = useTranslations("entry.team");
  if (miner === null) return t("noMiner");
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {t("hotkey")}
      <CopyHash hash={miner.hotkey} name={t("hotkey")} />
      {miner.uid === null ? null : <Badge>{t("uid", { uid: miner.uid })}</Badge>}
    </span>
  );
}
