"use client";

import { Compass } from "lucide-react";
import { useTranslations } from "use-intl";

import { PlaceLink } from "./place-link.tsx";

/** An address that leads nowhere, said inside the frame from which one finds back. */
export function NotFoundNote() {
  const t = useTranslations("shell");
  return (
    <main className="mx-auto flex max-w-md flex-col items-center gap-4 px-4 py-24 text-center">
      <span className="flex size-12 items-center justify-center rounded-full bg-sunken text-muted">
        <Compass size={20} aria-hidden />
      </span>
      <h1 className="text-xl font-semibold">{t("notFound.title")}</h1>
      <p className="text-muted">{t("notFound.text")}</p>
      <PlaceLink
        href="/"
        className="inline-flex min-h-11 items-center rounded-lg bg-accent px-4 text-sm font-medium text-on-accent hover:bg-accent-strong"
      >
        {t("notForYou.home")}
      </PlaceLink>
    </main>
  );
}
