"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Language } from "#ui/shell/languages.ts";

import { useTRPCClient } from "../trpc.tsx";
import { addPasskey } from "./ceremonies.ts";
import { goTo } from "./next-path.ts";

/**
 * What a person may do to their account. One at a time: every act ends with everything read again,
 * and the page shows the refusal of the last one.
 */
export function useAccountActs() {
  const api = useTRPCClient();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: ({ run }: { name: "name" | "password" | "other"; run: () => Promise<unknown> }) => run(),
    onSettled: () => queries.invalidateQueries(),
  });
  // These two end with another page: reading this one again would only get in the way.
  const depart = useMutation({ mutationFn: (run: () => Promise<unknown>) => run() });
  const run = (task: () => Promise<unknown>) => act.mutate({ name: "other", run: task });
  return {
    busy: act.isPending || depart.isPending || depart.isSuccess,
    error: act.error ?? depart.error,
    saved: act.isSuccess ? act.variables.name : null,
    setName: (name: string) => act.mutate({ name: "name", run: () => api.identity.setName.mutate({ name }) }),
    changePassword: (passwords: { current: string; next: string }) =>
      act.mutate({ name: "password", run: () => api.identity.changePassword.mutate(passwords) }),
    // The whole page is in the old language.
    setLocale: (locale: Language) =>
      depart.mutate(() => api.identity.setLocale.mutate({ locale }).then(() => window.location.reload())),
    addPasskey: () => run(addPasskey),
    removePasskey: (passkeyId: string) => run(() => api.identity.removePasskey.mutate({ passkeyId })),
    endSession: (sessionId: string) => run(() => api.identity.revokeSession.mutate({ sessionId })),
    endOtherSessions: () => run(() => api.identity.revokeOtherSessions.mutate()),
    leaveTeam: (teamId: string) => run(() => api.teams.leave.mutate({ teamId })),
    signOut: () => depart.mutate(() => api.identity.signOut.mutate().then(() => goTo("/sign-in"))),
  };
}
