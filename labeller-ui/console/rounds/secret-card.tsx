"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "use-intl";

import type { RoundView } from "#server/rounds/schema.ts";

import { CopyHash } from "../copy-hash.tsx";

/** The key of a round's truths: its digest from the beginning, the key itself once the round is closed. */
export function SecretCard({ secretHash, secretReveal }: Pick<RoundView, "secretHash" | "secretReveal">) {
  const t = useTranslations("console.rounds");
  return (
    <div className="flex items-start gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <KeyRound size={18} aria-hidden className="mt-0.5 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-col gap-3">
        <div>
          <h2 className="text-sm font-semibold">{t("secret")}</h2>
          <p className="mt-1 max-w-3xl text-sm text-pretty text-muted">
            {secretReveal === null ? t("secretSealed") : t("secretRevealed")}
          </p>
        </div>
        <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
          <dt className="text-muted">{t("secretHash")}</dt>
          <dd>
            <CopyHash hash={secretHash} name={t("secretHash")} whole />
          </dd>
          {secretReveal === null ? null : (
            <>
              <dt className="text-muted">{t("secretKey")}</dt>
              <dd>
                <CopyHash hash={secretReveal} name={t("secretKey")} whole />
              </dd>
            </>
          )}
        </dl>
      </div>
    </div>
  );
}
