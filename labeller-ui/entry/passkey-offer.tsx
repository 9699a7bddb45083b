"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { RefusalNote } from "./refusal-note.tsx";

type Props = { busy: boolean; refusal: string | null; onAdd: () => void; onSkip: () => void };

export function PasskeyOffer({ busy, refusal, onAdd, onSkip }: Props) {
  const t = useTranslations("entry.passkeyOffer");
  return (
    <div className="flex flex-col gap-4">
      <RefusalNote code={refusal} />
      <Button tone="primary" disabled={busy} onClick={onAdd}>
        {t("add")}
      </Button>
      <Button tone="quiet" disabled={busy} onClick={onSkip}>
        {t("skip")}
      </Button>
    </div>
  );
}
