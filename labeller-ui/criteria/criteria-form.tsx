"use client";

import { useTranslations } from "use-intl";

import { letterOf } from "../ranking/rank-text.ts";

type Criterion = { id: string; min: number; max: number };
/** Rating by position, by criterion id. */
export type Ratings = Record<string, Record<number, number>>;
type Props = {
  criteria: readonly Criterion[];
  completions: number;
  ratings: Ratings;
  onRate: (criterionId: string, position: number, rating: number) => void;
};

/** One table per criterion: a row of radio buttons for each interface, none chosen beforehand. */
export function CriteriaForm({ criteria, completions, ratings, onRate }: Props) {
  const t = useTranslations("criteria");
  return (
    <div className="flex flex-col gap-5">
      {criteria.map((criterion) => (
        <fieldset key={criterion.id}>
          <legend className="text-sm font-medium">{t(`${criterion.id}.title`)}</legend>
          <p className="flex justify-between pt-1 pl-8 text-xs text-faint">
            <span>{t(`${criterion.id}.low`)}</span>
            <span>{t(`${criterion.id}.high`)}</span>
          </p>
          {Array.from({ length: completions }, (_, position) => (
            <RatingRow
              key={letterOf(position)}
              criterion={criterion}
              position={position}
              value={ratings[criterion.id]?.[position] ?? null}
              onRate={(rating) => onRate(criterion.id, position, rating)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function RatingRow(props: {
  criterion: Criterion;
  position: number;
  value: number | null;
  onRate: (rating: number) => void;
}) {
  const t = useTranslations("criteria");
  const { min, max, id } = props.criterion;
  const letter = letterOf(props.position);
  const values = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const name = `${id}-${letter}`;
  return (
    <div
      role="radiogroup"
      aria-label={t("group", { criterion: t(`${id}.title`), letter })}
      className="flex items-center gap-1"
      onKeyDown={(event) => {
        const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? 0);
        if (!values.includes(digit)) return;
        // A digit here is a rating, not a place in the ranking.
        event.stopPropagation();
        props.onRate(digit);
      }}
    >
      <span aria-hidden className="w-7 text-sm font-semibold">
        {letter}
      </span>
      {values.map((value) => (
        <label
          key={value}
          className="relative flex min-h-9 grow cursor-pointer items-center justify-center rounded-md border border-line text-sm text-muted tabular-nums hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent touch:min-h-11"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={props.value === value}
            onChange={() => props.onRate(value)}
            className="absolute size-full cursor-pointer opacity-0"
            aria-label={String(value)}
          />
          {value}
        </label>
      ))}
    </div>
  );
}
