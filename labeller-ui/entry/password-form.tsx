"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { fieldText, TextField } from "./text-field.tsx";

type Props = { busy: boolean; changed: boolean; onChange: (passwords: { current: string; next: string }) => void };

export function PasswordForm({ busy, changed, onChange }: Props) {
  const t = useTranslations("entry.account");
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        onChange({ current: fieldText(form, "current"), next: fieldText(form, "next") });
        form.reset();
      }}
    >
      <TextField
        label={t("currentPassword")}
        hint={t("currentPasswordHint")}
        name="current"
        type="password"
        autoComplete="current-password"
      />
      <TextField
        label={t("newPassword")}
        name="next"
        type="password"
        autoComplete="new-password"
        minLength={10}
        required
      />
      <div className="flex items-center gap-3">
        <Button type="submit" disabled={busy}>
          {t("changePassword")}
        </Button>
        <span role="status" className="text-sm text-good">
          {changed ? t("passwordChanged") : ""}
        </span>
      </div>
    </form>
  );
}
