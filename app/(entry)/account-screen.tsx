"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "use-intl";

import { Loaded } from "#ui/console/loaded.tsx";
import { PageFrame } from "#ui/console/page-frame.tsx";
import { BlockSkeleton } from "#ui/console/skeleton.tsx";
import { MyTeamList } from "#ui/entry/my-team-list.tsx";
import { PasskeyList } from "#ui/entry/passkey-list.tsx";
import { PasswordForm } from "#ui/entry/password-form.tsx";
import { ProfileForm } from "#ui/entry/profile-form.tsx";
import { RefusalNote } from "#ui/entry/refusal-note.tsx";
import { Section } from "#ui/entry/section.tsx";
import { SessionList } from "#ui/entry/session-list.tsx";
import { ThemeField } from "#ui/entry/theme-field.tsx";
import { Button } from "#ui/primitives/button.tsx";

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
      <PageFrame title={t("title")}>
        <Loaded query={account} waiting={<BlockSkeleton blocks={3} />}>
          {() => <RefusalNote code={refusalCode(me.error)} />}
        </Loaded>
      </PageFrame>
    );
  }
  const { name, email, sessions } = account.data;
  return (
    <PageFrame
      title={t("title")}
      lead={t("lead")}
      actions={
        <Button disabled={acts.busy} onClick={acts.signOut}>
          {t("signOut")}
        </Button>
      }
    >
      <RefusalNote code={refusalCode(acts.error)} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Section title={t("profile")}>
            <ProfileForm
              {...{ name, email, language }}
              busy={acts.busy}
              saved={acts.saved === "name"}
              onSave={acts.setName}
              onLanguage={acts.setLocale}
            />
            <ThemeField />
          </Section>
          <Section title={t("password")} lead={t("passwordLead")}>
            <PasswordForm busy={acts.busy} changed={acts.saved === "password"} onChange={acts.changePassword} />
          </Section>
        </div>
        <div className="flex flex-col gap-4">
          <Section title={t("passkeys")} lead={t("passkeysLead")}>
            <PasskeyList
              passkeys={account.data.passkeys}
              busy={acts.busy}
              onAdd={passkeys ? acts.addPasskey : null}
              onRemove={acts.removePasskey}
            />
          </Section>
          <Section title={t("sessions")}>
            <SessionList
              sessions={sessions}
              busy={acts.busy}
              onEnd={acts.endSession}
              onEndOthers={acts.endOtherSessions}
            />
          </Section>
          <Section title={t("teams")}>
            <MyTeamList teams={me.data.teams} busy={acts.busy} onLeave={acts.leaveTeam} />
          </Section>
        </div>
      </div>
    </PageFrame>
  );
}
