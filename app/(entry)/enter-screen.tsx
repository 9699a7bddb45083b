"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { EnterForm } from "#ui/entry/enter-form.tsx";
import { EntryCard } from "#ui/entry/entry-card.tsx";

import { useTRPC } from "../trpc.tsx";
import { goTo } from "./next-path.ts";
import { linkRefusalCode } from "./refusal-code.ts";

export function EnterScreen({ token }: { token: string }) {
  const t = useTranslations("entry.enter");
  const trpc = useTRPC();
  const redeem = useMutation(trpc.identity.redeemSignInLink.mutationOptions({ onSuccess: () => goTo("/") }));
  return (
    <EntryCard title={t("title")} lead={t("lead")}>
      <EnterForm
        busy={redeem.isPending || redeem.isSuccess}
        refusal={linkRefusalCode(redeem.error, "link.unknown")}
        onEnter={() => redeem.mutate({ token })}
      />
    </EntryCard>
  );
}
