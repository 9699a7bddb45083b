"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { useLocale } from "use-intl";

import { FailureNote } from "#ui/console/failure-note.tsx";
import { PlaceLinkProvider } from "#ui/shell/place-link.tsx";
import { ShellFrame } from "#ui/shell/shell-frame.tsx";

import { useTRPC } from "../trpc.tsx";
import { routedLink } from "./routed-link.tsx";
import { useAdoptedLanguage } from "./use-adopted-language.ts";
import { useShellActs } from "./use-shell-acts.ts";

/** The frame of every signed-in page. Visitors are sent to sign in and come back here. */
export function AppShell({ children }: { children: ReactNode }) {
  const me = useQuery(useTRPC().identity.me.queryOptions());
  const path = usePathname();
  const acts = useShellActs();
  const language = useLocale();
  useAdoptedLanguage(me.data?.locale, language);

  const isVisitor = me.data === null;
  useEffect(() => {
    // A whole new page, so that nothing that was fetched for somebody else survives.
    if (isVisitor) window.location.assign(`/sign-in?next=${encodeURIComponent(path)}`);
  }, [isVisitor, path]);

  return (
    <PlaceLinkProvider value={routedLink}>
      <ShellFrame
        person={me.data ?? null}
        path={path}
        language={language}
        busy={acts.busy}
        onLanguage={acts.setLanguage}
        onSignOut={acts.signOut}
      >
        {me.error && !me.data ? (
          <main className="p-4 sm:p-8">
            <FailureNote error={me.error} onRetry={() => void me.refetch()} />
          </main>
        ) : null}
        {me.data ? children : null}
      </ShellFrame>
    </PlaceLinkProvider>
  );
}
