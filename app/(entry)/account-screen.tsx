"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "use-intl";

import { MyTeamList } from "#ui/entry/my-team-list.tsx";
import { PasskeyList } from "#ui/entry/passkey-list.tsx";
import { PasswordForm } from "#ui/entry/password-form.tsx";
import { ProfileForm } from "#ui/entry/profile-form.tsx";
import { RefusalNote } from "#ui/entry/refusal-note.tsx";
import { Section } from "#ui/entry/section.tsx";
import { SessionList } from "#ui/entry/session-list.tsx";
import { Button } from "#ui/primitives/button.tsx";
import { Spinner } from "#ui/primitives/spinner.tsx";

import { useTRPC } from "../trpc.tsx";
import { refusalCode } from "./refusal-code.ts";
import { useAccountActs } from "./use-account-acts.ts";
import { usePasskeysAvailable } from "./use-passkeys-available.ts";

/** Everything about oneself: name and language, ways in, open sessions, teams. The shell around it sends visitors away. */
export function AccountScreen() {
  const t = useTranslations("entry.account");
  const trpc = useTRPC();
  const account = useQuery(trpc.identity.account.queryOptions());
  const me = useQuery(trpc.identity.me.queryOptions());
  const acts = useAccountActs();
  const passkeys = usePasskeysAvailable();
  // What is shown, which is what the person chose last in this browser.
  const language = useLocale();

  if (!account.data || !me.data) {
    return (
      <main className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-8">
        <RefusalNote code={refusalCode(account.error ?? me.error)} />
        <Spinner label={t("loading")} />
      </main>
    );
  }
  const { name, email, sessions } = account.data;
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <Button disabled={acts.busy} onClick={acts.signOut}>
          {t("signOut")}
        </Button>
      </header>
      <RefusalNote code={refusalCode(acts.error)} />
      <Section title={t("profile")}>
        <ProfileForm
          {...{ name, email, language }}
          busy={acts.busy}
          saved={acts.saved === "name"}
          onSave={acts.setName}
          onLanguage={acts.setLocale}
        />
      </Section>
      <Section title={t("password")} lead={t("passwordLead")}>
        <PasswordForm busy={acts.busy} changed={acts.saved === "password"} onChange={acts.changePassword} />
      </Section>
      <Section title={t("passkeys")} lead={t("passkeysLead")}>
        <PasskeyList
          passkeys={account.data.passkeys}
          busy={acts.busy}
          onAdd={passkeys ? acts.addPasskey : null}
          onRemove={acts.removePasskey}
        />
      </Section>
      <Section title={t("sessions")}>
        <SessionList sessions={sessions} busy={acts.busy} onEnd={acts.endSession} onEndOthers={acts.endOtherSessions} />
      </Section>
      <Section title={t("teams")}>
        <MyTeamList teams={me.data.teams} busy={acts.busy} onLeave={acts.leaveTeam} />
      </Section>
    </main>
  );
}
