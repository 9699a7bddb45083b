"use client";

import { Popover } from "@base-ui/react/popover";
import { ChevronsUpDown, LogOut, UserRound } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";

import { Segmented } from "../primitives/segmented.tsx";
import { LanguageSelect } from "./language-select.tsx";
import type { Language } from "./languages.ts";
import { PlaceLink } from "./place-link.tsx";
import { THEMES, useTheme } from "./theme.ts";

export type AccountMenuProps = {
  name: string;
  language: string;
  busy: boolean;
  onLanguage: (language: Language) => void;
  onSignOut: () => void;
};

const row =
  "flex min-h-10 w-full items-center gap-2.5 rounded-lg px-2.5 text-left text-sm text-ink hover:bg-sunken disabled:opacity-50 touch:min-h-11";

/** Who one is, and what concerns only oneself: account, language, theme, the way out. */
export function AccountMenu(props: AccountMenuProps) {
  const t = useTranslations("shell");
  return (
    <Popover.Root>
      <Popover.Trigger className="flex min-h-11 w-full items-center gap-2.5 rounded-lg px-2 text-left text-sm text-ink hover:bg-sunken data-[popup-open]:bg-sunken">
        <span
          aria-hidden
          className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
        >
          {[...props.name.trim()][0]?.toUpperCase() ?? "?"}
        </span>
        <span className="grow truncate">{props.name}</span>
        <span className="sr-only">{t("accountMenu")}</span>
        <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} className="z-50">
          <Popover.Popup className="w-64 rounded-xl border border-line bg-raised p-1.5 text-ink shadow-card">
            <MenuBody {...props} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function MenuBody({ name, language, busy, onLanguage, onSignOut }: AccountMenuProps) {
  const t = useTranslations("shell");
  const { theme, chooseTheme } = useTheme();
  const languageId = useId();
  return (
    <>
      <Popover.Title className="truncate px-2.5 pt-1.5 pb-1 text-sm font-semibold">{name}</Popover.Title>
      <PlaceLink href="/account" className={row}>
        <UserRound size={16} aria-hidden className="text-muted" />
        {t("account")}
      </PlaceLink>
      <div className="my-1.5 flex flex-col gap-3 border-y border-line px-2.5 py-3">
        <div className="flex flex-col gap-1">
          <label htmlFor={languageId} className="text-xs font-medium text-muted">
            {t("language")}
          </label>
          <LanguageSelect id={languageId} language={language} disabled={busy} onLanguage={onLanguage} />
        </div>
        <div className="flex flex-col gap-1">
          <span aria-hidden className="text-xs font-medium text-muted">
            {t("theme.label")}
          </span>
          <Segmented
            label={t("theme.label")}
            value={theme}
            options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
            onChange={chooseTheme}
          />
        </div>
      </div>
      <button type="button" disabled={busy} onClick={onSignOut} className={row}>
        <LogOut size={16} aria-hidden className="text-muted" />
        {t("signOut")}
      </button>
    </>
  );
}
