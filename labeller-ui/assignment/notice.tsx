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
    <main className="flex min-h-dvh flex-col items-center justify-center gap-4 p-8 text-center">
      <h1 className="max-w-md text-xl font-semibold text-balance">{title}</h1>
      {text ? <p className="max-w-md text-muted">{text}</p> : null}
      {action ? (
        <Button tone="primary" onClick={action.onPress}>
          {action.label}
        </Button>
      ) : null}
      {link ? (
        <a
          href={link.href}
          className="inline-flex min-h-11 items-center rounded-lg bg-accent px-4 text-sm font-medium text-on-accent"
        >
          {link.label}
        </a>
      ) : null}
    </main>
  );
}
