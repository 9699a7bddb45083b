"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { EntryCard } from "#ui/entry/entry-card.tsx";
import { ExitLink } from "#ui/entry/exit-link.tsx";
import { RefusalNote } from "#ui/entry/refusal-note.tsx";
import { Spinner } from "#ui/primitives/spinner.tsx";

import { useTRPC } from "../trpc.tsx";
import { InviteGuest } from "./invite-guest.tsx";
import { InviteMember } from "./invite-member.tsx";
import { PasskeyOfferScreen } from "./passkey-offer-screen.tsx";
import { linkRefusalCode } from "./refusal-code.ts";

/** What an invite offers, and the way in for newcomers and for people who are signed in. */
export function InviteScreen({ token }: { token: string }) {
  const t = useTranslations("entry");
  const trpc = useTRPC();
  const invite = useQuery(trpc.identity.readInvite.queryOptions({ token }));
  const me = useQuery(trpc.identity.me.queryOptions());
  const [accepted, setAccepted] = useState(false);

  if (accepted) return <PasskeyOfferScreen />;
  const failure = linkRefusalCode(invite.error ?? me.error, "invite.unknown");
  if (failure !== null) {
    return (
      <EntryCard title={t("invite.titlePlatform")}>
        <RefusalNote code={failure} />
        <ExitLink href="/">{t("front")}</ExitLink>
      </EntryCard>
    );
  }
  if (!invite.data || me.data === undefined) {
    return (
      <EntryCard title={t("invite.titlePlatform")}>
        <Spinner label={t("invite.loading")} />
      </EntryCard>
    );
  }
  const { teamName, role, state } = invite.data;
  const title = teamName === null ? t("invite.titlePlatform") : t("invite.titleTeam", { team: teamName });
  return (
    <EntryCard title={title} lead={t(`invite.lead.${role}`)}>
      {state !== "open" ? (
        <>
          <RefusalNote code={`invite.${state}`} />
          <ExitLink href="/">{t("front")}</ExitLink>
        </>
      ) : me.data ? (
        <InviteMember token={token} name={me.data.name} />
      ) : (
        <InviteGuest token={token} onAccepted={() => setAccepted(true)} />
      )}
    </EntryCard>
  );
}
