"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { RefusalNote } from "./refusal-note.tsx";

type Props = { busy: boolean; refusal: string | null; onEnter: () => void };

/** The press of a button is what uses the link up: programs that only look at it change nothing. */
export function EnterForm({ busy, refusal, onEnter }: Props) {
  const t = useTranslations("entry.enter");
  return (
    <div className="flex flex-col gap-4">
      <RefusalNote code={refusal} />
      {/* Focused at once: the page has one control, and people come here to press it. */}
      <Button autoFocus tone="primary" size="large" disabled={busy} onClick={onEnter}>
        {t("submit")}
      </Button>
    </div>
  );
}
