"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { ExitLink } from "./exit-link.tsx";
import { RefusalNote } from "./refusal-note.tsx";

type Props = { busy: boolean; refusal: string | null; onEnter: () => void };

/** The press of a button is what uses the link up: programs that only look at it change nothing. */
export function EnterForm({ busy, refusal, onEnter }: Props) {
  const t = useTranslations("entry");
  return (
    <div className="flex flex-col gap-4">
      <RefusalNote code={refusal} />
      {refusal === null ? null : <ExitLink href="/sign-in">{t("leave")}</ExitLink>}
      {/* Focused at once: the page has one control, and people come here to press it. */}
      <Button autoFocus tone="primary" size="large" disabled={busy} onClick={onEnter}>
        {t("enter.submit")}
      </Button>
    </div>
  );
}
