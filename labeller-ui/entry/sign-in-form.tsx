"use client";

import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { RefusalNote } from "./refusal-note.tsx";
import { fieldText, TextField } from "./text-field.tsx";

type Props = {
  busy: boolean;
  refusal: string | null;
  passkeys: boolean;
  onPassword: (credentials: { email: string; password: string }) => void;
  onPasskey: () => void;
};

export function SignInForm({ busy, refusal, passkeys, onPassword, onPasskey }: Props) {
  const t = useTranslations("entry.signIn");
  return (
    <div className="flex flex-col gap-5">
      {/* `post`: a form that is sent before the page is awake must not put the password into the address. */}
      <form
        method="post"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          onPassword({ email: fieldText(form, "email"), password: fieldText(form, "password") });
        }}
      >
        <TextField label={t("email")} name="email" type="email" autoComplete="username" required />
        <TextField label={t("password")} name="password" type="password" autoComplete="current-password" required />
        <RefusalNote code={refusal} />
        <Button type="submit" tone="primary" disabled={busy}>
          {t("submit")}
        </Button>
      </form>
      {passkeys ? (
        <>
          <p className="text-center text-sm text-muted">{t("or")}</p>
          <Button disabled={busy} onClick={onPasskey}>
            {t("passkey")}
          </Button>
        </>
      ) : null}
      <p className="text-sm text-muted">
        {t("noAccount")} {t("lost")}
      </p>
    </div>
  );
}
