"use client";

import { Compass } from "lucide-react";
import { useTranslations } from "use-intl";

import { SignPost } from "./sign-post.tsx";

/** An address that leads nowhere. */
export function NotFoundNote() {
  const t = useTranslations("shell");
  return (
    <SignPost picture={Compass} title={t("notFound.title")} text={t("notFound.text")} home={t("notForYou.home")} />
  );
}
