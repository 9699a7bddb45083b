"use client";

import {
  Activity,
  Database,
  FlaskConical,
  Gauge,
  History,
  House,
  LayoutGrid,
  ListChecks,
  type LucideIcon,
  RotateCw,
  Scale,
  SquareStack,
  Users,
} from "lucide-react";
import { useTranslations } from "use-intl";

import { isAt, type PlaceGroup, type PlaceName } from "./navigation.ts";
import { PlaceLink } from "./place-link.tsx";

const pictures: Record<PlaceName, LucideIcon> = {
  home: House,
  label: LayoutGrid,
  history: History,
  team: Users,
  scores: Gauge,
  tasks: SquareStack,
  rounds: RotateCw,
  weights: Scale,
  datasets: Database,
  evaluations: FlaskConical,
  jobs: ListChecks,
  health: Activity,
};

type Props = { groups: readonly PlaceGroup[]; path: string; onGo?: () => void };

/** Places by role. Headings appear only for people who have several roles: for the others they say nothing. */
export function NavList({ groups, path, onGo }: Props) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("nav")} className="flex flex-col gap-5">
      {groups.map(({ role, places }) => (
        <div key={role} className="flex flex-col gap-0.5">
          {groups.length > 1 ? (
            <p className="px-2.5 pb-1 text-xs font-medium text-muted">{t(`group.${role}`)}</p>
          ) : null}
          {places.map(({ name, href }) => {
            const Picture = pictures[name];
            return (
              <PlaceLink
                key={name}
                href={href}
                aria-current={isAt(path, href) ? "page" : undefined}
                {...(onGo ? { onClick: onGo } : {})}
                className="group flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm text-muted transition-colors duration-100 hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink touch:min-h-11"
              >
                <Picture size={16} aria-hidden className="shrink-0 group-aria-[current]:text-accent" />
                {t(`place.${name}`)}
              </PlaceLink>
            );
          })}
        </div>
      ))}
    </nav>
  );
}
