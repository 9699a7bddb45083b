"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Kbd } from "../primitives/kbd.tsx";
import type { SkipReason } from "./actions.ts";

const REASONS: readonly SkipReason[] = ["broken", "language", "unclear", "offensive", "conflict", "other"];

export function SkipDialog(props: {
  open: boolean;
  onClose: () => void;
  onSkip: (reason: SkipReason, note: string) => void;
}) {
  const t = useTranslations("labelling");
  const [reason, setReason] = useState<SkipReason | null>(null);
  const [note, setNote] = useState("");
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t("skip.title")} description={t("skip.hint")}>
      <fieldset className="flex flex-col gap-1">
        <legend className="sr-only">{t("skip.title")}</legend>
        {REASONS.map((value) => (
          <label key={value} className="flex min-h-11 items-center gap-3 rounded-lg px-2 text-sm hover:bg-sunken">
            <input
              type="radio"
              name="skip-reason"
              className="size-4 accent-accent"
              checked={reason === value}
              onChange={() => setReason(value)}
            />
            {t(`skip.${value}`)}
          </label>
        ))}
      </fieldset>
      <label className="mt-3 block text-sm">
        {t("skip.note")}
        <textarea
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
          className="mt-1 block min-h-20 w-full rounded-lg border border-line bg-surface p-2"
        />
      </label>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={props.onClose}>{t("cancel")}</Button>
        <Button tone="primary" disabled={reason === null} onClick={() => reason && props.onSkip(reason, note)}>
          {t("skip.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}

export function ConfirmOrderDialog(props: { open: boolean; onClose: () => void; onConfirm: () => void }) {
  const t = useTranslations("labelling");
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t("confirm.title")} description={t("confirm.hint")}>
      <div className="flex justify-end gap-2">
        <Button onClick={props.onClose}>{t("confirm.back")}</Button>
        <Button tone="primary" onClick={props.onConfirm}>
          {t("confirm.yes")}
        </Button>
      </div>
    </Dialog>
  );
}

const KEYS = [
  { keys: ["1", "2", "3", "4"], text: "place" },
  { keys: ["="], text: "tie" },
  { keys: ["0"], text: "unusable" },
  { keys: ["⌫"], text: "clear" },
  { keys: ["Enter"], text: "submit" },
  { keys: ["Esc", "F6"], text: "leave" },
  { keys: ["?"], text: "help" },
] as const;

export function HelpDialog(props: {
  open: boolean;
  onClose: () => void;
  enabled: boolean;
  onEnable: (enabled: boolean) => void;
}) {
  const t = useTranslations("labelling");
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t("keys.title")}>
      <dl className="flex flex-col gap-2 text-sm">
        {KEYS.map(({ keys, text }) => (
          <div key={text} className="flex items-center justify-between gap-4">
            <dt>{t(`keys.${text}`)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="mt-5 flex min-h-11 items-center gap-3 text-sm">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={props.enabled}
          onChange={(event) => props.onEnable(event.target.checked)}
        />
        {t("keys.enabled")}
      </label>
    </Dialog>
  );
}
