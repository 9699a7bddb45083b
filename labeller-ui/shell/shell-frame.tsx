"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { AccountMenu, type AccountMenuProps } from "./account-menu.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { NavDrawer } from "./nav-drawer.tsx";
import { NavList } from "./nav-list.tsx";
import { isAt, navigationOf, type Role } from "./navigation.ts";
import { PlaceLink } from "./place-link.tsx";

type Props = Omit<AccountMenuProps, "name"> & {
  /** Null while it is still being found out: the frame stands already, so that nothing jumps. */
  person: { name: string; roles: readonly Role[] } | null;
  path: string;
  children: ReactNode;
};

/** Around every signed-in page but the labelling screen: places on the left, or behind a button where it is narrow. */
export function ShellFrame({ person, path, children, ...menu }: Props) {
  const t = useTranslations("shell");
  const groups = navigationOf(person?.roles ?? []);
  const here = groups.flatMap(({ places }) => places).find(({ href }) => isAt(path, href));
  const account = person ? <AccountMenu name={person.name} {...menu} /> : <div className="min-h-11" />;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-4 focus:py-2 focus:text-sm focus:text-ink focus:shadow-card"
      >
        {t("skip")}
      </a>
      <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-line bg-surface px-4 lg:hidden">
        <NavDrawer>
          {(close) => (
            <>
              <div className="grow">
                <NavList groups={groups} path={path} onGo={close} />
              </div>
              {account}
            </>
          )}
        </NavDrawer>
        <PlaceLink href="/" className="inline-flex min-h-11 items-center rounded-md">
          <BrandMark />
        </PlaceLink>
        {here ? (
          <span
            aria-hidden
            className="truncate text-sm text-muted before:px-1.5 before:text-muted before:content-['/']"
          >
            {t(`place.${here.name}`)}
          </span>
        ) : null}
      </header>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-6 overflow-y-auto border-r border-line bg-surface p-3 lg:flex">
        <PlaceLink href="/" className="self-start rounded-md px-2.5 pt-2">
          <BrandMark />
        </PlaceLink>
        <div className="grow">
          <NavList groups={groups} path={path} />
        </div>
        {account}
      </aside>
      <div id="content" tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </div>
    </div>
  );
}
