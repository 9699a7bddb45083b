"use client";

import { useTranslations } from "use-intl";

import { Button } from "../../primitives/button.tsx";
import { ChoiceField } from "../fields.tsx";
import { isFiltered, TASK_KINDS, TASK_STATES, type TaskFilter } from "./task-filter.ts";

type Props = {
  rounds: readonly { id: number; number: number }[];
  filter: TaskFilter;
  onFilter: (filter: TaskFilter) => void;
};

const ALL = "";

export function TaskFilters({ rounds, filter, onFilter }: Props) {
  const t = useTranslations("console");
  const all = { value: ALL, label: t("all") };
  return (
    <search className="grid grid-cols-2 items-end gap-3 sm:flex sm:[&>div]:w-40">
      <ChoiceField
        label={t("round")}
        value={filter.roundId === null ? ALL : String(filter.roundId)}
        options={[all, ...rounds.map(({ id, number }) => ({ value: String(id), label: t("roundNumber", { number }) }))]}
        onChange={(value) => onFilter({ ...filter, roundId: value === ALL ? null : Number(value) })}
      />
      <ChoiceField
        label={t("tasks.kind")}
        value={filter.kind ?? ALL}
        options={[all, ...TASK_KINDS.map((kind) => ({ value: kind, label: t(`tasks.kinds.${kind}`) }))]}
        onChange={(value) => onFilter({ ...filter, kind: TASK_KINDS.find((kind) => kind === value) ?? null })}
      />
      <ChoiceField
        label={t("tasks.state")}
        value={filter.state ?? ALL}
        options={[all, ...TASK_STATES.map((state) => ({ value: state, label: t(`tasks.states.${state}`) }))]}
        onChange={(value) => onFilter({ ...filter, state: TASK_STATES.find((state) => state === value) ?? null })}
      />
      {isFiltered(filter) ? (
        <Button tone="quiet" onClick={() => onFilter({ roundId: null, kind: null, state: null })}>
          {t("tasks.clearFilter")}
        </Button>
      ) : null}
    </search>
  );
}
