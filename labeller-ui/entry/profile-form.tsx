"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { LANGUAGES, type Language } from "../shell/languages.ts";
import { SelectField } from "./select-field.tsx";
import { fieldText, TextField } from "./text-field.tsx";

type Props = {
  name: string;
  email: string;
  language: string;
  busy: boolean;
  saved: boolean;
  onSave: (name: string) => void;
  onLanguage: (language: Language) => void;
};

export function ProfileForm({ name, email, language, busy, saved, onSave, onLanguage }: Props) {
  const t = useTranslations("entry.account");
  const current = LANGUAGES.find(({ tag }) => tag === language)?.tag ?? "en";
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(fieldText(event.currentTarget, "name"));
      }}
    >
      <dl className="text-sm">
        <dt className="font-medium">{t("email")}</dt>
        <dd className="text-muted">{email}</dd>
      </dl>
      <SelectField
        label={t("language")}
        value={current}
        options={LANGUAGES.map(({ tag, name: label }) => ({ value: tag, label, lang: tag }))}
        onChange={onLanguage}
      />
      <TextField label={t("name")} name="name" defaultValue={name} autoComplete="name" maxLength={80} required />
      <div className="flex items-center gap-3">
        <Button type="submit" disabled={busy}>
          {t("save")}
        </Button>
        <span role="status" className="text-sm text-good">
          {saved ? t("saved") : ""}
        </span>
      </div>
    </form>
  );
}
