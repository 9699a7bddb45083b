"use client";

import { useTranslations } from "use-intl";

import { fieldText, TextField } from "../entry/text-field.tsx";
import { Button } from "../primitives/button.tsx";

type Props = { name: string; busy: boolean; onRename: (name: string) => void };

export function RenameForm({ name, busy, onRename }: Props) {
  const t = useTranslations("entry.team");
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(fieldText(event.currentTarget, "name"));
      }}
    >
      <TextField
        label={t("renameLabel")}
        name="name"
        defaultValue={name}
        maxLength={80}
        required
        className="grow basis-56"
      />
      <Button type="submit" disabled={busy}>
        {t("rename")}
      </Button>
    </form>
  );
}
