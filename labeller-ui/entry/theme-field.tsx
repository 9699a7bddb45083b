"use client";

import { useTranslations } from "use-intl";

import { Segmented } from "../primitives/segmented.tsx";
import { THEMES, useTheme } from "../shell/theme.ts";

/** Light, dark, or as the system has it. Takes effect at once. */
export function ThemeField() {
  const t = useTranslations();
  const { theme, chooseTheme } = useTheme();
  return (
    <div className="flex flex-col items-start gap-1">
      <span aria-hidden className="text-sm font-medium">
        {t("entry.account.theme")}
      </span>
      <Segmented
        label={t("entry.account.theme")}
        value={theme}
        options={THEMES.map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
        onChange={chooseTheme}
      />
    </div>
  );
}
