"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale } from "use-intl";

import { InviteForm } from "#ui/entry/invite-form.tsx";
import { LANGUAGES } from "#ui/shell/languages.ts";

import { useTRPC } from "../trpc.tsx";
import { refusalCode } from "./refusal-code.ts";

/** A newcomer's account starts in the language in which they read the invite. */
export function InviteGuest({ token, onAccepted }: { token: string; onAccepted: () => void }) {
  const trpc = useTRPC();
  const shown = useLocale();
  const locale = LANGUAGES.find(({ tag }) => tag === shown)?.tag ?? "en";
  const accept = useMutation(trpc.identity.acceptInvite.mutationOptions({ onSuccess: onAccepted }));
  return (
    <InviteForm
      busy={accept.isPending}
      refusal={refusalCode(accept.error)}
      signInUrl={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}
      onAccept={(guest) => accept.mutate({ token, locale, ...guest })}
    />
  );
}
