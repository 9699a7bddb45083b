"use client";

import { useTranslations } from "use-intl";

import type { RoundView } from "#server/rounds/schema.ts";

import { Button } from "../../primitives/button.tsx";
import { FailureNote } from "../failure-note.tsx";
import { InputField } from "../fields.tsx";
import { numberOf, textOf } from "../form-values.ts";

type Settings = Pick<
  RoundView["settings"],
  "overlap" | "controlShare" | "leaseSeconds" | "baseline" | "burn" | "targetTasks"
>;
/** What a person has asked for. The time is the text of the field, in the clock of this browser; empty for never. */
export type OpenRoundRequest = { settings: Settings; closesAtText: string };

/** What a round is opened with unless somebody says otherwise; the last round's settings when there was one. */
export const DEFAULT_SETTINGS: Settings = {
  overlap: 5,
  controlShare: 0.5,
  leaseSeconds: 900,
  baseline: 0.3,
  burn: 0,
  targetTasks: { control: 6, normal: 6 },
};

const PERCENT = 100;
const MINUTE_SECONDS = 60;

function requestOf(form: HTMLFormElement): OpenRoundRequest {
  return {
    settings: {
      overlap: numberOf(form, "overlap"),
      controlShare: numberOf(form, "controlShare") / PERCENT,
      leaseSeconds: Math.round(numberOf(form, "lease") * MINUTE_SECONDS),
      baseline: numberOf(form, "baseline"),
      burn: numberOf(form, "burn") / PERCENT,
      targetTasks: { control: numberOf(form, "control"), normal: numberOf(form, "normal") },
    },
    closesAtText: textOf(form, "closesAt"),
  };
}

/** 0.07 · 100 is 7.000000000000001. */
const inPercent = (share: number) => Number((share * PERCENT).toFixed(2));

type Props = {
  previous: Settings;
  busy: boolean;
  error: unknown;
  onOpen: (request: OpenRoundRequest) => void;
  onClose: () => void;
};

export function OpenRoundForm({ previous, busy, error, onOpen, onClose }: Props) {
  const t = useTranslations("console.rounds");
  const whole = { type: "number", required: true, step: 1, inputMode: "numeric" } as const;
  const broken = { type: "number", required: true, step: "any", inputMode: "decimal" } as const;
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(requestOf(event.currentTarget));
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <InputField
          {...{ ...whole, label: t("overlap"), hint: t("overlapHint"), name: "overlap", min: 1, max: 256 }}
          defaultValue={previous.overlap}
        />
        <InputField
          {...{ ...broken, label: t("controlShare"), unit: "%", hint: t("controlShareHint"), name: "controlShare" }}
          {...{ min: 0, max: 100, defaultValue: inPercent(previous.controlShare) }}
        />
        <InputField
          {...{ ...broken, label: t("lease"), unit: t("minutes"), hint: t("leaseHint"), name: "lease" }}
          {...{ min: 0.5, max: 1440, defaultValue: previous.leaseSeconds / MINUTE_SECONDS }}
        />
        <InputField
          {...{ ...broken, label: t("baseline"), unit: "τ", hint: t("baselineHint"), name: "baseline" }}
          {...{ min: 0, max: 0.9, defaultValue: previous.baseline }}
        />
        <InputField
          {...{ ...broken, label: t("burnShare"), unit: "%", hint: t("burnHint"), name: "burn", min: 0, max: 100 }}
          defaultValue={inPercent(previous.burn)}
        />
        <InputField {...{ type: "datetime-local", label: t("closesAt"), hint: t("closesAtHint"), name: "closesAt" }} />
        <InputField
          {...{ ...whole, label: t("targetControl"), hint: t("targetHint"), name: "control", min: 0, max: 2000 }}
          defaultValue={previous.targetTasks.control}
        />
        <InputField
          {...{ ...whole, label: t("targetNormal"), name: "normal", min: 0, max: 2000 }}
          defaultValue={previous.targetTasks.normal}
        />
      </div>
      <FailureNote error={error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button type="submit" tone="primary" disabled={busy}>
          {busy ? t("opening") : t("open")}
        </Button>
      </div>
    </form>
  );
}
