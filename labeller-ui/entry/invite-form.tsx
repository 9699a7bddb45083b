"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { RefusalNote } from "./refusal-note.tsx";
import { fieldText, TextField } from "./text-field.tsx";

/** Shown and used by the browser; the server decides (password.too-short). */
const PASSWORD_MIN = 10;

type Props = {
  busy: boolean;
  refusal: string | null;
  signInUrl: string;
  onAccept: (guest: { name: string; email: string; password: string }) => void;
};

/** A newcomer makes the account that the invite is for. */
export function InviteForm({ busy, refusal, signInUrl, onAccept }: Props) {
  const t = useTranslations("entry.invite");
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        onAccept({
          name: fieldText(form, "name"),
          email: fieldText(form, "email"),
          password: fieldText(form, "password"),
        });
      }}
    >
      <TextField label={t("name")} hint={t("nameHint")} name="name" autoComplete="name" maxLength={80} required />
      <TextField label={t("email")} name="email" type="email" autoComplete="username" maxLength={254} required />
      <TextField
        label={t("password")}
        hint={t("passwordHint", { min: PASSWORD_MIN })}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        required
      />
      <RefusalNote code={refusal} />
      <Button type="submit" tone="primary" disabled={busy}>
        {t("submit")}
      </Button>
      <a
        href={signInUrl}
        className="inline-flex min-h-11 items-center self-center rounded text-sm text-accent underline underline-offset-2"
      >
        {t("haveAccount")}
      </a>
    </form>
  );
}
