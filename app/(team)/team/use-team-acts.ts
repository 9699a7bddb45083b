"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { InviteRequest } from "#ui/team/invite-form.tsx";
import type { MemberAct } from "#ui/team/member-actions.tsx";

import { useTRPCClient } from "../../trpc.tsx";

/** What a manager may do to a team. After each act, refused or done, the lists are read again. */
export function useTeamActs(teamId: string) {
  const api = useTRPCClient();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries();
  const act = useMutation({ mutationFn: (run: () => Promise<unknown>) => run(), onSettled });
  const invite = useMutation({
    mutationFn: (request: InviteRequest) => api.teams.invite.mutate({ teamId, ...request }),
    onSettled,
  });
  // The note on the page is about the last thing done. A link that was just made stays: it is shown only once.
  const run = (task: () => Promise<unknown>) => {
    if (invite.isError) invite.reset();
    act.mutate(task);
  };
  const byAct = {
    pause: api.teams.pauseLabeller,
    resume: api.teams.resumeLabeller,
    end: api.teams.endMembership,
  } as const satisfies Record<MemberAct, unknown>;
  return {
    busy: act.isPending || invite.isPending,
    error: act.error ?? invite.error,
    newInviteUrl: invite.data?.url ?? null,
    onMember: (name: MemberAct, accountId: string) => run(() => byAct[name].mutate({ teamId, accountId })),
    invite: (request: InviteRequest) => {
      act.reset();
      invite.mutate(request);
    },
    revokeInvite: (inviteId: string) => run(() => api.teams.revokeInvite.mutate({ teamId, inviteId })),
    rename: (name: string) => run(() => api.teams.rename.mutate({ teamId, name })),
  };
}
