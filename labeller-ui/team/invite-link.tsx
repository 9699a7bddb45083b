"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";

/** The link of an invite that was just made. The field stays selectable where the clipboard is not allowed. */
export function InviteLink({ url }: { url: string }) {
  const t = useTranslations("entry.team");
  const id = useId();
  const [copiedUrl, setCopiedUrl] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-2 rounded-lg bg-good-soft p-3">
      <label htmlFor={id} className="text-sm font-medium">
        {t("link")}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={id}
          readOnly
          value={url}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-11 min-w-0 flex-1 basis-60 rounded-lg border border-line-strong bg-surface px-3 font-mono text-sm"
        />
        <Button
          onClick={() => {
            navigator.clipboard.writeText(url).then(
              () => setCopiedUrl(url),
              () => document.getElementById(id)?.focus(),
            );
          }}
        >
          {t("copy")}
        </Button>
        <span role="status" className="text-sm text-good">
          {copiedUrl === url ? t("copied") : ""}
        </span>
      </div>
      <p id={`${id}-hint`} className="text-sm">
        {t("linkReady")}
      </p>
    </div>
  );
}
