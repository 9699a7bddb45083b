"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { RefusalNote } from "./refusal-note.tsx";

type Props = { name: string; busy: boolean; refusal: string | null; onJoin: () => void; onOther: () => void };

/** Somebody who is signed in takes the invite with the account they have. */
export function JoinForm({ name, busy, refusal, onJoin, onOther }: Props) {
  const t = useTranslations("entry.invite");
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">{t("signedInAs", { name })}</p>
      <RefusalNote code={refusal} />
      <Button tone="primary" disabled={busy} onClick={onJoin}>
        {t("join")}
      </Button>
      <Button tone="quiet" disabled={busy} onClick={onOther}>
        {t("otherAccount")}
      </Button>
    </div>
  );
}
