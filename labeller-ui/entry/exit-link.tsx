import type { ReactNode } from "react";

/** The way on where this page can do no more. */
export function ExitLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-11 items-center self-start rounded text-sm font-medium text-accent underline underline-offset-2"
    >
      {children}
    </a>
  );
}
