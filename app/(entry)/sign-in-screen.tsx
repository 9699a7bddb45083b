"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { EntryCard } from "#ui/entry/entry-card.tsx";
import { SignInForm } from "#ui/entry/sign-in-form.tsx";

import { signInWithPasskey, signInWithPassword } from "./ceremonies.ts";
import { goTo } from "./next-path.ts";
import { refusalCode } from "./refusal-code.ts";
import { usePasskeysAvailable } from "./use-passkeys-available.ts";

export function SignInScreen({ next }: { next: string }) {
  const t = useTranslations("entry.signIn");
  const passkeys = usePasskeysAvailable();
  const signIn = useMutation({
    mutationFn: (credentials: { email: string; password: string } | null) =>
      credentials === null ? signInWithPasskey() : signInWithPassword(credentials),
    onSuccess: () => goTo(next),
  });
  return (
    <EntryCard title={t("title")}>
      <SignInForm
        // Until the next page is there, a second press would sign in twice.
        busy={signIn.isPending || signIn.isSuccess}
        refusal={refusalCode(signIn.error)}
        passkeys={passkeys}
        onPassword={(credentials) => signIn.mutate(credentials)}
        onPasskey={() => signIn.mutate(null)}
      />
    </EntryCard>
  );
}
