"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";

type Props = { question: string | null; act: string; onConfirm: () => void; onClose: () => void };

/** Asks once before something that cannot be taken back; open while there is a question. */
export function ConfirmDialog({ question, act, onConfirm, onClose }: Props) {
  const t = useTranslations("entry.confirm");
  return (
    <Dialog open={question !== null} onClose={onClose} title={act} description={question ?? ""}>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button
          tone="danger"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
