"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

type Props = { title: string; description?: string; isOpen: boolean; onClose: () => void; children: ReactNode };

/** A dialog as large as the screen allows: interfaces need room. They are loaded when it opens and gone when it closes. */
export function DocumentDialog({ title, description, isOpen, onClose, children }: Props) {
  const t = useTranslations("console");
  return (
    <Dialog.Root open={isOpen} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup className="fixed inset-2 z-50 mx-auto flex max-w-[100rem] flex-col overflow-hidden rounded-2xl border border-line bg-raised text-ink shadow-card sm:inset-6">
          <header className="flex items-start justify-between gap-4 border-b border-line px-4 py-3 sm:px-6">
            <div className="min-w-0">
              <Dialog.Title className="font-semibold">{title}</Dialog.Title>
              {description ? (
                <Dialog.Description className="mt-0.5 line-clamp-3 text-sm text-muted">
                  {description}
                </Dialog.Description>
              ) : null}
            </div>
            <Dialog.Close
              aria-label={t("close")}
              className="inline-flex size-10 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
            >
              <X size={18} aria-hidden />
            </Dialog.Close>
          </header>
          <div className="min-h-0 grow overflow-y-auto p-4 sm:p-6">{isOpen ? children : null}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
