import type { ReactNode } from "react";

/** A page with one question in the middle: signing in, an invite. */
export function EntryCard({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-10">
      <p aria-hidden className="text-sm font-semibold tracking-wide text-muted">
        Dojo
      </p>
      <div className="flex flex-col gap-5 rounded-2xl border border-line bg-raised p-6 shadow-card">
        <header className="flex flex-col gap-2">
          <h1 className="text-2xl font-semibold">{title}</h1>
          {lead ? <p className="text-muted">{lead}</p> : null}
        </header>
        {children}
      </div>
    </main>
  );
}
