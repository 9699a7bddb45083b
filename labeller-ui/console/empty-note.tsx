import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { picture: LucideIcon; title: string; text: string; children?: ReactNode };

/** Nothing here yet: says why, and what would change that. */
export function EmptyNote({ picture: Picture, title, text, children }: Props) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border border-dashed border-line-strong px-6 py-14 text-center">
      <span className="flex size-11 items-center justify-center rounded-full bg-sunken text-muted">
        <Picture size={20} aria-hidden />
      </span>
      <p className="font-semibold">{title}</p>
      <p className="max-w-md text-sm text-pretty text-muted">{text}</p>
      {children}
    </div>
  );
}
