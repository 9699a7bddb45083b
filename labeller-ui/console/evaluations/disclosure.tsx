import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** Something that most people need not see at once. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group min-w-0">
      <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1 rounded text-sm font-medium text-accent touch:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight size={15} aria-hidden className="shrink-0 transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="mt-2 flex min-w-0 flex-col gap-3">{children}</div>
    </details>
  );
}
