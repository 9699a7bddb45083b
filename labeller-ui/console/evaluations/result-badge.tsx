"use client";

import { useTranslations } from "use-intl";

import { Badge } from "../../primitives/badge.tsx";

/** Whether a configuration passed. */
export function ResultBadge({ passed }: { passed: boolean }) {
  const t = useTranslations("evaluations");
  return <Badge tone={passed ? "good" : "bad"}>{passed ? t("passed") : t("failed")}</Badge>;
}
