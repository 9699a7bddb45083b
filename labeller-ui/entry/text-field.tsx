import { type ComponentPropsWithRef, useId } from "react";

type Props = ComponentPropsWithRef<"input"> & { label: string; hint?: string };

/** A labelled line of text; what helps to fill it in is part of its description. */
export function TextField({ label, hint, className = "", ...input }: Props) {
  const id = useId();
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3 text-base text-ink"
        {...input}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** The text of a form's field; a field that is missing is empty. */
export function fieldText(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
}
