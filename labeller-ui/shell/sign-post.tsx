import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { PlaceLink } from "./place-link.tsx";

type Props = {
  picture: LucideIcon;
  title: string;
  text: string;
  /** Words of the link that leads on, and where to. */
  home: string;
  href?: string;
  children?: ReactNode;
};

/** A page where nobody wanted to be: says why one is here and where to go. */
export function SignPost({ picture: Picture, title, text, home, href = "/", children }: Props) {
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center gap-4 px-4 py-16 text-center">
      <span className="flex size-12 items-center justify-center rounded-full bg-sunken text-muted">
        <Picture size={20} aria-hidden />
      </span>
      <h1 className="text-xl font-semibold text-balance">{title}</h1>
      <p className="text-pretty text-muted">{text}</p>
      <div className="flex flex-wrap justify-center gap-2">
        {children}
        <PlaceLink
          href={href}
          className="inline-flex min-h-11 items-center rounded-lg bg-accent px-4 text-sm font-medium text-on-accent hover:bg-accent-strong"
        >
          {home}
        </PlaceLink>
      </div>
    </main>
  );
}
