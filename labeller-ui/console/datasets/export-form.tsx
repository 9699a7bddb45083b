"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import type { DatasetView } from "#server/pipeline/export/schema.ts";

import { Button } from "../../primitives/button.tsx";
import { FailureNote } from "../failure-note.tsx";
import { CheckField, InputField } from "../fields.tsx";
import { numberOf, tickedOf } from "../form-values.ts";
import { DATASET_CONFIGS, DATASET_FORMATS } from "./dataset-words.ts";

type Props = {
  /** Closed rounds, newest first. */
  rounds: readonly { id: number; number: number }[];
  busy: boolean;
  error: unknown;
  onExport: (request: DatasetView["request"]) => void;
  onClose: () => void;
};

const POSTERIOR_DEFAULT = 0.8;

/** What a dataset is to be made of. */
export function ExportForm({ rounds, busy, error, onExport, onClose }: Props) {
  const t = useTranslations("console");
  const [isEmpty, setEmpty] = useState(false);
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const configs = tickedOf(form, "config", DATASET_CONFIGS);
        const formats = tickedOf(form, "format", DATASET_FORMATS);
        setEmpty(configs.length === 0 || formats.length === 0);
        if (configs.length === 0 || formats.length === 0) return;
        const chosen = tickedOf(
          form,
          "round",
          rounds.map(({ id }) => String(id)),
        ).map(Number);
        onExport({
          // No round named means every closed round, those included that close before the job runs.
          roundIds: chosen.length === rounds.length ? [] : chosen,
          configs,
          formats,
          posteriorMin: numberOf(form, "posterior"),
        });
      }}
    >
      <div className="max-h-52 overflow-y-auto">
        <CheckField
          label={t("datasets.rounds")}
          hint={t("datasets.roundsHint")}
          name="round"
          options={rounds.map(({ id, number }) => ({
            value: String(id),
            label: t("roundNumber", { number }),
            checked: true,
          }))}
        />
      </div>
      <CheckField
        label={t("datasets.configs")}
        name="config"
        options={DATASET_CONFIGS.map((value) => ({ value, label: t(`datasets.config.${value}`), checked: true }))}
      />
      <CheckField
        label={t("datasets.formats")}
        name="format"
        options={DATASET_FORMATS.map((value) => ({
          value,
          label: t(`datasets.format.${value}`),
          checked: value === "parquet",
        }))}
      />
      <InputField
        {...{ type: "number", min: 0.5, max: 1, step: 0.01, required: true, name: "posterior" }}
        {...{ label: t("datasets.posterior"), hint: t("datasets.posteriorHint"), defaultValue: POSTERIOR_DEFAULT }}
      />
      {isEmpty ? (
        <p role="alert" className="rounded-xl bg-warn-soft px-4 py-3 text-sm text-warn">
          {t("datasets.chooseOne")}
        </p>
      ) : null}
      <FailureNote error={error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("rounds.cancel")}</Button>
        <Button type="submit" tone="primary" disabled={busy}>
          {busy ? t("datasets.exporting") : t("datasets.export")}
        </Button>
      </div>
    </form>
  );
}
