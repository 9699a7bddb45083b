"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../primitives/button.tsx";
import { Dialog } from "../../primitives/dialog.tsx";
import { FailureNote } from "../failure-note.tsx";

type Props = { number: number; busy: boolean; error: unknown; onClose: () => void };

/** Closing ends the handing out of tasks for everybody: asked once, with what follows from it. */
export function CloseRound({ number, busy, error, onClose }: Props) {
  const t = useTranslations("console.rounds");
  const [isAsking, setAsking] = useState(false);
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
          <FailureNote error={error} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
            <Button tone="primary" disabled={busy} onClick={onClose}>
              {busy ? t("closingNow") : t("closeConfirm")}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
