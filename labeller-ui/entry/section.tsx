import type { ReactNode } from "react";

/** A titled part of a page of settings. */
export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <header className="flex flex-col gap-1">
        <h2 className="text-base font-semibold">{title}</h2>
        {lead ? <p className="text-sm text-muted">{lead}</p> : null}
      </header>
      {children}
    </section>
  );
}
