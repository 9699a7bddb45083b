import { type ReactNode, useId } from "react";

type Props<Value extends string> = {
  label: string;
  name?: string;
  value?: Value;
  defaultValue?: Value;
  options: readonly { value: Value; label: ReactNode; lang?: string }[];
  onChange?: (value: Value) => void;
};

/** One of several, by the browser's own list: it works on every phone. */
export function SelectField<Value extends string>({ label, options, onChange, ...select }: Props<Value>) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        className="min-h-11 rounded-lg border border-line-strong bg-surface px-3 text-base text-ink"
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange?.(chosen.value);
        }}
        {...select}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
