"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useLocale, useTranslations } from "use-intl";

import { FailureNote } from "#ui/console/failure-note.tsx";
import { Spinner } from "#ui/primitives/spinner.tsx";
import { Landing } from "#ui/shell/landing.tsx";
import { homeOf } from "#ui/shell/navigation.ts";

import { useTRPC } from "../trpc.tsx";
import { rememberLanguage } from "./remember-language.ts";

/** The front page: a signpost for people who are signed in, a welcome for those who are not. */
export function FrontScreen({ isVisitor }: { isVisitor: boolean }) {
  const t = useTranslations("shell");
  const me = useQuery(useTRPC().identity.me.queryOptions());
  const router = useRouter();
  const language = useLocale();
  const home = me.data ? homeOf(me.data.roles) : null;
  useEffect(() => {
    if (home !== null) router.replace(home);
  }, [home, router]);

  // A link from another site comes without the session's cookie: the answer decides, the guess only comes first.
  if (me.data === null || (me.data === undefined && isVisitor)) {
    return (
      <Landing
        language={language}
        onLanguage={(chosen) => {
          rememberLanguage(chosen);
          router.refresh();
        }}
      />
    );
  }
  return (
    <main className="flex min-h-dvh items-center justify-center p-4">
      {me.error ? <FailureNote error={me.error} onRetry={() => void me.refetch()} /> : <Spinner label={t("loading")} />}
    </main>
  );
}
