"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../primitives/button.tsx";
import { Dialog } from "../../primitives/dialog.tsx";
import { FailureNote } from "../failure-note.tsx";
import { ToggleField } from "../fields.tsx";

/** How a round is to end. `waits`: for labellers at work, as long as the round's settings say. */
export type Closing = { waits: boolean; opensNext: boolean };

type Props = {
  number: number;
  graceSeconds: number;
  busy: boolean;
  error: unknown;
  onClose: (closing: Closing) => void;
};

/** Closing ends the handing out of tasks for everybody: asked once, with what follows from it. */
export function CloseRound({ number, graceSeconds, busy, error, onClose }: Props) {
  const t = useTranslations("console.rounds");
  const [isAsking, setAsking] = useState(false);
  const [closing, setClosing] = useState<Closing>({ waits: true, opensNext: true });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("close")}</Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t("closeTitle", { number })}
        description={t("closeText")}
      >
        <div className="flex flex-col gap-4">
          <ToggleField
            label={t("closeWait")}
            hint={t("closeWaitHint", { minutes: Math.ceil(graceSeconds / 60) })}
            checked={closing.waits}
            onChange={(waits) => setClosing({ ...closing, waits })}
          />
          <ToggleField
            label={t("closeNext")}
            checked={closing.opensNext}
            onChange={(opensNext) => setClosing({ ...closing, opensNext })}
          />
          <FailureNote error={error} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
            <Button tone="primary" disabled={busy} onClick={() => onClose(closing)}>
              {busy ? t("closingNow") : t("closeConfirm")}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
