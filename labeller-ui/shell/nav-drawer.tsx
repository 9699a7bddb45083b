"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";

import { BrandMark } from "./brand-mark.tsx";

/** Navigation of a narrow screen: behind a button, over the page. `children` gets what closes it. */
export function NavDrawer({ children }: { children: (close: () => void) => ReactNode }) {
  const t = useTranslations("shell");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label={t("openMenu")}
        className="-ml-2 inline-flex size-11 items-center justify-center rounded-lg text-ink hover:bg-sunken"
      >
        <Menu size={20} aria-hidden />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] flex-col gap-4 overflow-y-auto border-r border-line bg-surface p-3 text-ink shadow-card">
          <div className="flex items-center justify-between pl-2.5">
            <BrandMark />
            <Dialog.Title className="sr-only">{t("nav")}</Dialog.Title>
            <Dialog.Close
              aria-label={t("closeMenu")}
              className="inline-flex size-11 items-center justify-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
            >
              <X size={18} aria-hidden />
            </Dialog.Close>
          </div>
          {children(() => setOpen(false))}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
