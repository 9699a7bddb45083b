"use client";

import { Plus, RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../primitives/button.tsx";
import { Dialog } from "../../primitives/dialog.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { Loaded, type Loading } from "../loaded.tsx";
import { PageFrame } from "../page-frame.tsx";
import { TableSkeleton } from "../skeleton.tsx";
import { DEFAULT_SETTINGS, OpenRoundForm, type OpenRoundRequest } from "./open-round-form.tsx";
import { RoundTable } from "./round-table.tsx";
import type { RoundSummary } from "./round-summary.ts";

type Props = {
  rounds: Loading<readonly RoundSummary[]>;
  /** Null for those who may look but not open. `onDone` is called when the round stands. */
  onOpen: ((request: OpenRoundRequest, onDone: () => void) => void) | null;
  busy: boolean;
  error: unknown;
};

/** All rounds, and the opening of the next one: one is open at a time. */
export function RoundsView({ rounds, onOpen, busy, error }: Props) {
  const t = useTranslations("console.rounds");
  const [isAsking, setAsking] = useState(false);
  const isOneOpen = rounds.data?.some(({ state }) => state === "open") ?? false;
  const button = (
    <Button tone="primary" disabled={isOneOpen || rounds.data === undefined} onClick={() => setAsking(true)}>
      <Plus size={16} aria-hidden />
      {t("openNext")}
    </Button>
  );
  return (
    <PageFrame title={t("title")} lead={isOneOpen ? t("leadOpen") : t("lead")} actions={onOpen ? button : null}>
      <Loaded query={rounds} waiting={<TableSkeleton />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyNote picture={RotateCw} title={t("none")} text={t("noneText")} />
          ) : (
            <RoundTable rounds={rows} />
          )
        }
      </Loaded>
      {onOpen ? (
        <Dialog open={isAsking} onClose={() => setAsking(false)} title={t("openNext")} description={t("openLead")}>
          <OpenRoundForm
            previous={rounds.data?.[0]?.settings ?? DEFAULT_SETTINGS}
            busy={busy}
            error={error}
            onOpen={(request) => onOpen(request, () => setAsking(false))}
            onClose={() => setAsking(false)}
          />
        </Dialog>
      ) : null}
    </PageFrame>
  );
}
