"use client";

import { useMutation } from "@tanstack/react-query";

import type { Language } from "#ui/shell/languages.ts";

import { useTRPCClient } from "../trpc.tsx";

/** What the account menu does. The server sets the cookie of the language. Both acts end with a whole new page: everything on the old one is out of date. */
export function useShellActs() {
  const api = useTRPCClient();
  const act = useMutation({ mutationFn: (run: () => Promise<void>) => run() });
  return {
    busy: act.isPending,
    setLanguage: (locale: Language) =>
      act.mutate(async () => {
        await api.identity.setLocale.mutate({ locale });
        window.location.reload();
      }),
    signOut: () =>
      act.mutate(async () => {
        await api.identity.signOut.mutate();
        window.location.assign("/");
      }),
  };
}
