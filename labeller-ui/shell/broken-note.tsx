"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";

import { Button } from "../primitives/button.tsx";
import { SignPost } from "./sign-post.tsx";

/** A page that broke while it was shown. Nothing that was sent is lost by it. */
export function BrokenNote({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("shell");
  return (
    <SignPost picture={CircleAlert} title={t("broken.title")} text={t("broken.text")} home={t("notForYou.home")}>
      <Button onClick={onRetry}>{t("broken.retry")}</Button>
    </SignPost>
  );
}
