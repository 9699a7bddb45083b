"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";

import { EntryCard } from "#ui/entry/entry-card.tsx";
import { PasskeyOffer } from "#ui/entry/passkey-offer.tsx";

import { addPasskey } from "./ceremonies.ts";
import { goTo } from "./next-path.ts";
import { refusalCode } from "./refusal-code.ts";
import { usePasskeysAvailable } from "./use-passkeys-available.ts";

/** Right after joining is the one moment when everybody reads what it is good for. */
export function PasskeyOfferScreen() {
  const t = useTranslations("entry.passkeyOffer");
  const available = usePasskeysAvailable();
  const add = useMutation({ mutationFn: addPasskey, onSuccess: () => goTo("/") });
  useEffect(() => {
    if (!available) goTo("/");
  }, [available]);
  return (
    <EntryCard title={t("title")} lead={t("lead")}>
      <PasskeyOffer
        busy={add.isPending || add.isSuccess}
        refusal={refusalCode(add.error)}
        onAdd={() => add.mutate()}
        onSkip={() => goTo("/")}
      />
    </EntryCard>
  );
}
