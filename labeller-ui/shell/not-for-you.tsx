"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "use-intl";

import { homeOf, type Role } from "./navigation.ts";
import { SignPost } from "./sign-post.tsx";

type Props = { needed: readonly Role[]; held: readonly Role[] };

/** A page that one's roles do not open: says whose it is and where one's own work is. */
export function NotForYou({ needed, held }: Props) {
  const t = useTranslations("shell");
  const [first = "validator"] = needed;
  return (
    <SignPost
      picture={Lock}
      title={t("notForYou.title")}
      text={t(`notForYou.${first}`)}
      home={t("notForYou.home")}
      href={homeOf(held)}
    />
  );
}
