import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";

import { PlaceLink } from "../shell/place-link.tsx";

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** The list this page belongs to. */
  up?: { href: string; label: string };
  actions?: ReactNode;
  children: ReactNode;
};

/** One page of the console: where one is, what one may do here, and below it everything there is. */
export function PageFrame({ title, lead, up, actions, children }: Props) {
  return (
    <main className="mx-auto flex w-full max-w-[86rem] flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="flex min-w-0 flex-col gap-1">
          {up ? (
            <PlaceLink
              href={up.href}
              className="-ml-1 inline-flex min-h-6 touch:-mt-3 touch:min-h-11 items-center gap-0.5 self-start rounded text-sm text-muted hover:text-ink"
            >
              <ChevronLeft size={14} aria-hidden />
              {up.label}
            </PlaceLink>
          ) : null}
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xl font-semibold tracking-tight">{title}</h1>
          {lead ? <div className="max-w-3xl text-sm text-pretty text-muted">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {children}
    </main>
  );
}

/** A titled part of a page. */
export function PagePart(props: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-0.5">
          <h2 className="text-base font-semibold">{props.title}</h2>
          {props.lead ? <div className="max-w-3xl text-sm text-pretty text-muted">{props.lead}</div> : null}
        </div>
        {props.actions}
      </header>
      {props.children}
    </section>
  );
}
