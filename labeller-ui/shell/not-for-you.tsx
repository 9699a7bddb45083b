"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "use-intl";

import { homeOf, type Role } from "./navigation.ts";
import { PlaceLink } from "./place-link.tsx";

type Props = { needed: readonly Role[]; held: readonly Role[] };

/** A page that one's roles do not open: says whose it is and where one's own work is. */
export function NotForYou({ needed, held }: Props) {
  const t = useTranslations("shell");
  const [first = "validator"] = needed;
  return (
    <main className="mx-auto flex max-w-md flex-col items-center gap-4 px-4 py-24 text-center">
      <span className="flex size-12 items-center justify-center rounded-full bg-sunken text-muted">
        <Lock size={20} aria-hidden />
      </span>
      <h1 className="text-xl font-semibold">{t("notForYou.title")}</h1>
      <p className="text-muted">{t(`notForYou.${first}`)}</p>
      <PlaceLink
        href={homeOf(held)}
        className="inline-flex min-h-11 items-center rounded-lg bg-accent px-4 text-sm font-medium text-on-accent hover:bg-accent-strong"
      >
        {t("notForYou.home")}
      </PlaceLink>
    </main>
  );
}
