import { Cloud, CloudOff, HardDrive } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Session } from "./session.ts";

const icons = { cloud: Cloud, off: CloudOff, device: HardDrive };
type Look = {
  icon: keyof typeof icons;
  text: "clean" | "device" | "saving" | "saved" | "offline" | "behind" | "sending" | "submitted";
};

function lookOf(session: Session): Look {
  if (session.phase === "submitted") return { icon: "cloud", text: "submitted" };
  if (session.phase === "submitting")
    return { icon: session.sendFailures > 0 ? "off" : "cloud", text: session.sendFailures > 0 ? "offline" : "sending" };
  switch (session.save) {
    case "clean":
      return { icon: "cloud", text: "clean" };
    case "dirty":
      return { icon: "device", text: "device" };
    case "saving":
      return { icon: "cloud", text: "saving" };
    case "saved":
      return { icon: "cloud", text: "saved" };
    case "offline":
      return { icon: "off", text: "offline" };
    case "behind":
      return { icon: "off", text: "behind" };
  }
}

/** Where the work is: on this device, on the server, or submitted. Always visible. */
export function SaveBadge({ session }: { session: Session }) {
  const t = useTranslations("labelling");
  const { icon, text } = lookOf(session);
  const Icon = icons[icon];
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-sm text-muted">
      <Icon size={15} aria-hidden /> <span className="max-sm:sr-only">{t(`save.${text}`)}</span>
    </span>
  );
}
