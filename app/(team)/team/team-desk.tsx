"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import type { MyTeam } from "#server/teams/schema.ts";
import { Loaded } from "#ui/console/loaded.tsx";
import { PageFrame, PagePart } from "#ui/console/page-frame.tsx";
import { TableSkeleton } from "#ui/console/skeleton.tsx";
import { RefusalNote } from "#ui/entry/refusal-note.tsx";
import { Section } from "#ui/entry/section.tsx";
import { NewInviteForm } from "#ui/team/invite-form.tsx";
import { InviteLink } from "#ui/team/invite-link.tsx";
import { InviteList } from "#ui/team/invite-list.tsx";
import { MemberTable } from "#ui/team/member-table.tsx";
import { RenameForm } from "#ui/team/rename-form.tsx";
import { TeamChoice } from "#ui/team/team-choice.tsx";
import { TeamMiner } from "#ui/team/team-miner.tsx";

import { refusalCode } from "../../(entry)/refusal-code.ts";
import { useTRPC } from "../../trpc.tsx";
import { useTeamActs } from "./use-team-acts.ts";

type Props = { team: MyTeam; teams: readonly MyTeam[]; onChoose: (teamId: string) => void };

/** One team: its people, its invites, its name. */
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
    <PageFrame
      title={team.name}
      lead={<TeamMiner miner={team.miner} />}
      actions={<TeamChoice {...{ team, teams, onChoose }} />}
    >
      <RefusalNote code={refusalCode(acts.error)} />
      <PagePart title={t("members")} lead={members.data ? t("memberCount", { count: here }) : null}>
        <Loaded query={members} waiting={<TableSkeleton rows={3} />}>
          {(rows) => <MemberTable members={rows} viewerRole={viewerRole} busy={acts.busy} onAct={acts.onMember} />}
        </Loaded>
      </PagePart>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Section title={t("newInvite")} lead={t("newInviteLead")}>
          <NewInviteForm viewerRole={viewerRole} busy={acts.busy} onCreate={acts.invite} />
          {acts.newInviteUrl === null ? null : <InviteLink url={acts.newInviteUrl} />}
        </Section>
        <Section title={t("invites")}>
          <Loaded query={invites} waiting={<TableSkeleton rows={2} />}>
            {(rows) => <InviteList invites={rows} busy={acts.busy} onRevoke={acts.revokeInvite} />}
          </Loaded>
        </Section>
      </div>
      <Section title={t("settings")}>
        <RenameForm key={teamId} name={team.name} busy={acts.busy} onRename={acts.rename} />
      </Section>
    </PageFrame>
  );
}
