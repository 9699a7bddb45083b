"use client";

import { useTranslations } from "use-intl";

import { keyOfPhrase, probeNameOf } from "./probe-name.ts";

/** Names of shortcuts and steps in the reader's language; what the catalogue does not know stays as the report has it. */
export function useProbeWords() {
  const t = useTranslations("evaluations");
  const feature = (name: string): string => {
    const key = probeNameOf(name)?.feature ?? "";
    return t.has(`feature.${key}`) ? t(`feature.${key}`) : name;
  };
  const named = (name: string): string => {
    const target = probeNameOf(name)?.target ?? "";
    if (!t.has(`target.${target}.short`)) return name;
    return t("probe", { target: t(`target.${target}.short`), feature: feature(name) });
  };
  const title = (target: string): string => (t.has(`target.${target}.title`) ? t(`target.${target}.title`) : target);
  const lead = (target: string): string | null => (t.has(`target.${target}.lead`) ? t(`target.${target}.lead`) : null);
  const step = (words: string): string => {
    const key = keyOfPhrase(words);
    return t.has(`step.${key}`) ? t(`step.${key}`) : words;
  };
  return { feature, named, title, lead, step };
}
