import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";

import { PlaceLink } from "../shell/place-link.tsx";

/** The one thing a labeller came for. */
export function StartLink({ children }: { children: ReactNode }) {
  return (
    <PlaceLink
      href="/label"
      className="group inline-flex min-h-11 shrink-0 items-center gap-2 self-start rounded-lg bg-accent px-5 text-sm font-medium whitespace-nowrap text-on-accent transition-colors duration-100 hover:bg-accent-strong"
    >
      {children}
      <ArrowRight size={16} aria-hidden className="transition-transform group-hover:translate-x-0.5" />
    </PlaceLink>
  );
}
