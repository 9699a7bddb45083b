import { CircleAlert } from "lucide-react";

import { Button } from "../primitives/button.tsx";

type Props = {
  title: string;
  text?: string;
  action?: { label: string; onPress: () => void };
  link?: { label: string; href: string };
};

/** One sentence instead of a task, and what to do about it. */
export function LabellerNotice({ title, text, action, link }: Props) {
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center gap-4 p-8 text-center">
      <span className="flex size-12 items-center justify-center rounded-full bg-sunken text-muted">
        <CircleAlert size={20} aria-hidden />
      </span>
      <h1 className="text-xl font-semibold text-balance">{title}</h1>
      {text ? <p className="text-pretty text-muted">{text}</p> : null}
      {action ? (
        <Button tone="primary" onClick={action.onPress}>
          {action.label}
        </Button>
      ) : null}
      {link ? (
        <a
          href={link.href}
          className="inline-flex min-h-11 items-center rounded-lg bg-accent px-4 text-sm font-medium text-on-accent hover:bg-accent-strong"
        >
          {link.label}
        </a>
      ) : null}
    </main>
  );
}
