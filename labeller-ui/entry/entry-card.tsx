import type { ReactNode } from "react";

import { BrandMark } from "../shell/brand-mark.tsx";

/** A page with one question in the middle: signing in, an invite. */
export function EntryCard({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-10">
      <a href="/" className="inline-flex min-h-11 items-center self-start rounded-md">
        <BrandMark size={26} />
      </a>
      <div className="flex flex-col gap-5 rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6">
        <header className="flex flex-col gap-2">
          <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
          {lead ? <p className="text-muted">{lead}</p> : null}
        </header>
        {children}
      </div>
    </main>
  );
}
