"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

type Props = { open: boolean; onClose: () => void; title: string; description?: string; children: ReactNode };

/** A modal question. Focus goes in and comes back, Esc closes. */
export function Dialog({ open, onClose, title, description, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Base.Popup className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[85dvh] max-w-lg -translate-y-1/2 overflow-auto rounded-2xl border border-line bg-raised p-6 text-ink shadow-card">
          <Base.Title className="text-lg font-semibold">{title}</Base.Title>
          {description ? <Base.Description className="mt-1 text-sm text-muted">{description}</Base.Description> : null}
          <div className="mt-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
