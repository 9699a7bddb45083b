type Option<Value extends string> = { value: Value; label: string; title?: string };
type Props<Value extends string> = {
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Stands in a bar with much else. */
  isTight?: boolean;
};

/** One of a few, all visible: layouts, viewports. */
export function Segmented<Value extends string>({ label, options, value, onChange, isTight = false }: Props<Value>) {
  return (
    <fieldset className="inline-flex rounded-lg border border-line bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          title={option.title}
          onClick={() => onChange(option.value)}
          className={`min-h-7 rounded-md text-xs font-medium whitespace-nowrap text-muted hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-card touch:min-h-11 touch:min-w-11 ${isTight ? "px-1.5" : "px-2.5"}`}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
