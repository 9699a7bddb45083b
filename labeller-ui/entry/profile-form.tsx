"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { SelectField } from "./select-field.tsx";
import { fieldText, TextField } from "./text-field.tsx";

/** Each language by its own name, so that those who need it can find it. */
const languages = [
  { value: "en", label: "English", lang: "en" },
  { value: "zh-Hans", label: "简体中文", lang: "zh-Hans" },
  { value: "ru", label: "Русский", lang: "ru" },
  { value: "vi", label: "Tiếng Việt", lang: "vi" },
] as const;
export type LanguageTag = (typeof languages)[number]["value"];

type Props = {
  name: string;
  email: string;
  locale: string;
  busy: boolean;
  saved: boolean;
  onSave: (name: string) => void;
  onLanguage: (locale: LanguageTag) => void;
};

export function ProfileForm({ name, email, locale, busy, saved, onSave, onLanguage }: Props) {
  const t = useTranslations("entry.account");
  const current = languages.find((language) => language.value === locale)?.value ?? "en";
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
      <SelectField label={t("language")} value={current} options={languages} onChange={onLanguage} />
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
