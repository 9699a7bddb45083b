"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import type { MyTeam } from "#server/teams/schema.ts";
import { RefusalNote } from "#ui/entry/refusal-note.tsx";
import { Section } from "#ui/entry/section.tsx";
import { Spinner } from "#ui/primitives/spinner.tsx";
import { NewInviteForm } from "#ui/team/invite-form.tsx";
import { InviteLink } from "#ui/team/invite-link.tsx";
import { InviteList } from "#ui/team/invite-list.tsx";
import { MemberTable } from "#ui/team/member-table.tsx";
import { TeamHeader } from "#ui/team/team-header.tsx";

import { refusalCode } from "../../(entry)/refusal-code.ts";
import { useTRPC } from "../../trpc.tsx";
import { useTeamActs } from "./use-team-acts.ts";

type Props = { team: MyTeam; teams: readonly MyTeam[]; onChoose: (teamId: string) => void };

/** One team: its name, its people, its invites. */
export function TeamDesk({ team, teams, onChoose }: Props) {
  const t = useTranslations("entry.team");
  const trpc = useTRPC();
  const { teamId } = team;
  const members = useQuery(trpc.teams.members.queryOptions({ teamId }));
  const invites = useQuery(trpc.teams.invites.queryOptions({ teamId }));
  const acts = useTeamActs(teamId);
  const viewerRole = team.role === "owner" ? "owner" : "manager";
  const here = members.data?.filter((member) => member.state !== "ended").length ?? 0;
  return (
    <>
      <RefusalNote code={refusalCode(acts.error ?? members.error ?? invites.error)} />
      <TeamHeader {...{ team, teams, onChoose }} busy={acts.busy} onRename={acts.rename} />
      <Section title={t("members")} lead={members.data ? t("memberCount", { count: here }) : ""}>
        {members.data ? (
          <MemberTable members={members.data} viewerRole={viewerRole} busy={acts.busy} onAct={acts.onMember} />
        ) : (
          <Spinner label={t("loading")} />
        )}
      </Section>
      <Section title={t("newInvite")}>
        <NewInviteForm viewerRole={viewerRole} busy={acts.busy} onCreate={acts.invite} />
        {acts.newInviteUrl === null ? null : <InviteLink url={acts.newInviteUrl} />}
      </Section>
      <Section title={t("invites")}>
        {invites.data ? (
          <InviteList invites={invites.data} busy={acts.busy} onRevoke={acts.revokeInvite} />
        ) : (
          <Spinner label={t("loading")} />
        )}
      </Section>
    </>
  );
}
