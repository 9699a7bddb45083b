"use client";

import { useTranslations } from "use-intl";

import type { AccountView } from "#server/identity/schema.ts";

import { Button } from "../primitives/button.tsx";
import { useMoment } from "./moment.tsx";

type Props = {
  passkeys: AccountView["passkeys"];
  busy: boolean;
  /** Null where the browser has no passkeys. */
  onAdd: (() => void) | null;
  onRemove: (passkeyId: string) => void;
};

export function PasskeyList({ passkeys, busy, onAdd, onRemove }: Props) {
  const t = useTranslations("entry.account");
  const moment = useMoment();
  return (
    <div className="flex flex-col items-start gap-4">
      {passkeys.length === 0 ? <p className="text-sm text-muted">{t("noPasskeys")}</p> : null}
      <ul className="flex w-full flex-col divide-y divide-line">
        {passkeys.map((passkey) => {
          const name = passkey.name ?? t("passkeyUnnamed");
          return (
            <li key={passkey.id} className="flex items-center justify-between gap-4 py-2">
              <div>
                <p className="font-medium">{name}</p>
                <p className="text-sm text-muted">
                  {passkey.backedUp ? t("passkeySynced") : t("passkeyBound")}
                  {passkey.createdAt ? ` · ${t("passkeyAdded", { date: moment(passkey.createdAt) })}` : ""}
                </p>
              </div>
              <Button
                size="small"
                tone="danger"
                disabled={busy}
                aria-label={t("removeNamed", { name })}
                onClick={() => onRemove(passkey.id)}
              >
                {t("remove")}
              </Button>
            </li>
          );
        })}
      </ul>
      {onAdd ? (
        <Button disabled={busy} onClick={onAdd}>
          {t("addPasskey")}
        </Button>
      ) : null}
    </div>
  );
}
