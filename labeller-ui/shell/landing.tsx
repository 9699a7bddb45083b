"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";

import { BrandMark } from "./brand-mark.tsx";
import { LandingBoard } from "./landing-board.tsx";
import { LanguageSelect } from "./language-select.tsx";
import type { Language } from "./languages.ts";
import { PlaceLink } from "./place-link.tsx";

const READERS = ["labellers", "miners", "validators"] as const;

type Props = { language: string; onLanguage: (language: Language) => void };

/** What a visitor sees who is not signed in: what Dojo is, for whom, and the way in. */
export function Landing({ language, onLanguage }: Props) {
  const t = useTranslations("shell.landing");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex w-full max-w-6xl items-center justify-between gap-4 px-4 py-4 sm:px-8">
        <BrandMark size={26} />
        <LanguageSelect language={language} onLanguage={onLanguage} />
      </header>
      <main className="mx-auto flex w-full max-w-6xl grow flex-col justify-center gap-16 px-4 py-10 sm:px-8">
        <div className="grid items-center gap-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,32.5rem)]">
          <div className="flex flex-col items-start gap-6">
            <h1 className="max-w-xl text-4xl leading-[1.1] font-semibold tracking-tight text-balance sm:text-5xl">
              {t("title")}
            </h1>
            <p className="max-w-lg text-lg text-pretty text-muted">{t("lead")}</p>
            <PlaceLink
              href="/sign-in"
              className="group inline-flex min-h-12 items-center gap-2 rounded-lg bg-accent px-6 font-medium text-on-accent transition-colors duration-100 hover:bg-accent-strong"
            >
              {t("signIn")}
              <ArrowRight size={18} aria-hidden className="transition-transform group-hover:translate-x-0.5" />
            </PlaceLink>
            <p className="text-sm text-muted">{t("invite")}</p>
          </div>
          <figure className="flex flex-col gap-4">
            <figcaption className="rounded-2xl rounded-bl-sm border border-line bg-raised px-4 py-3 text-sm text-pretty text-muted shadow-card">
              {t("prompt")}
            </figcaption>
            <LandingBoard title={t("board")} />
          </figure>
        </div>
        <ul className="grid gap-8 border-t border-line pt-8 md:grid-cols-3">
          {READERS.map((reader) => (
            <li key={reader} className="flex flex-col gap-1.5">
              <h2 className="font-semibold">{t(`${reader}.title`)}</h2>
              <p className="text-sm text-pretty text-muted">{t(`${reader}.text`)}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
