"use client";

import { type ComponentPropsWithRef, type ReactNode, useId } from "react";

const box = "min-h-10 w-full rounded-lg border border-line-strong bg-surface px-3 text-sm text-ink touch:min-h-11";

type FieldProps = { label: string; hint?: string | undefined; unit?: string };

/** A labelled line of a form; what helps to fill it in is part of its description. */
export function InputField({ label, hint, unit, ...input }: ComponentPropsWithRef<"input"> & FieldProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {unit ? <span className="font-normal text-muted">, {unit}</span> : null}
      </label>
      <input id={id} aria-describedby={hint ? `${id}-hint` : undefined} className={box} {...input} />
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-pretty text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

type Option = { value: string; label: string };

/** One of several, by the browser's own list. */
export function ChoiceField(props: {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        className={box}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Any number of several, all visible. */
export function CheckField(props: {
  label: string;
  hint?: string;
  options: readonly { value: string; label: ReactNode; checked: boolean }[];
  name: string;
}) {
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="text-sm font-medium">{props.label}</legend>
      {props.hint ? <p className="text-xs text-pretty text-muted">{props.hint}</p> : null}
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {props.options.map(({ value, label, checked }) => (
          <label key={value} className="flex min-h-9 items-center gap-2 text-sm touch:min-h-11">
            <input
              type="checkbox"
              name={props.name}
              value={value}
              defaultChecked={checked}
              className="size-4 accent-(--accent)"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One thing to say yes or no to. */
export function ToggleField(props: {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="flex gap-3">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
        className="mt-0.5 size-4 shrink-0 accent-(--accent)"
      />
      <div className="flex flex-col gap-0.5">
        <label htmlFor={id} className="text-sm font-medium">
          {props.label}
        </label>
        {props.hint ? (
          <p id={`${id}-hint`} className="text-xs text-pretty text-muted">
            {props.hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
