"use client";

import { useTranslations } from "use-intl";

import { SelectField } from "../entry/select-field.tsx";
import { fieldText, TextField } from "../entry/text-field.tsx";
import { Button } from "../primitives/button.tsx";

const CAP_MAX = 500;
const DAYS = [1, 7, 30] as const;
const HOURS_PER_DAY = 24;

export type InviteRequest = { role: "manager" | "labeller"; cap: number; expiresInHours: number };

type Props = { viewerRole: "owner" | "manager"; busy: boolean; onCreate: (request: InviteRequest) => void };

/** Whom to invite, how many, and for how long. Only owners bring in managers. */
export function NewInviteForm({ viewerRole, busy, onCreate }: Props) {
  const t = useTranslations("entry");
  const roles = viewerRole === "owner" ? (["labeller", "manager"] as const) : (["labeller"] as const);
  return (
    <form
      className="flex flex-wrap items-end gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const role = roles.find((one) => one === fieldText(form, "role")) ?? "labeller";
        const cap = Number(fieldText(form, "cap"));
        onCreate({ role, cap, expiresInHours: Number(fieldText(form, "days")) * HOURS_PER_DAY });
      }}
    >
      <SelectField
        label={t("team.role")}
        name="role"
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <TextField
        label={t("team.cap")}
        name="cap"
        type="number"
        min={1}
        max={CAP_MAX}
        step={1}
        defaultValue={10}
        required
        className="w-24"
      />
      <SelectField
        label={t("team.hours")}
        name="days"
        defaultValue="7"
        options={DAYS.map((days) => ({ value: `${days}`, label: t("team.hoursDays", { days }) }))}
      />
      <Button type="submit" tone="primary" disabled={busy}>
        {t("team.create")}
      </Button>
    </form>
  );
}
