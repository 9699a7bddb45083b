"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { shortHash } from "./short-hash.ts";

/** A long digest: its beginning to recognise it by, the whole of it to copy. */
export function CopyHash({ hash, name, whole = false }: { hash: string; name: string; whole?: boolean }) {
  const t = useTranslations("console");
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      title={hash}
      onClick={() => {
        void navigator.clipboard.writeText(hash).then(() => setCopied(true));
      }}
      onBlur={() => setCopied(false)}
      className="inline-flex min-h-6 items-center gap-1.5 rounded font-mono text-xs text-muted hover:text-ink touch:min-h-11"
    >
      <span className="sr-only">{t("copyNamed", { name })}</span>
      <span className={whole ? "text-left break-all whitespace-normal" : ""}>{whole ? hash : shortHash(hash)}</span>
      {isCopied ? (
        <Check size={13} aria-hidden className="shrink-0 text-good" />
      ) : (
        <Copy size={13} aria-hidden className="shrink-0" />
      )}
      <span role="status" className="sr-only">
        {isCopied ? t("copied") : ""}
      </span>
    </button>
  );
}
