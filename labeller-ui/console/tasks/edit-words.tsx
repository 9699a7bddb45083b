"use client";

import { useTranslations } from "use-intl";

import type { TaskDetail } from "#server/pipeline/generation/task-schema.ts";

import { slugWords } from "../slug-words.ts";

export type Edit = TaskDetail["variants"][number]["edits"][number];

/** Neutral edits, which stand at every level so that counting edits tells nothing. */
const DECOY = "decoy";

/** Mistakes apart from the neutral edits around them. */
export function splitEdits(edits: readonly Edit[]): { mistakes: Edit[]; neutral: number } {
  const mistakes = edits.filter(({ family }) => family !== DECOY);
  return { mistakes, neutral: edits.length - mistakes.length };
}

/** Names of edits in the reader's language; a new operator is called by its own name until it is translated. */
export function useEditWords(): { nameOf: (edit: Edit) => string; familyOf: (edit: Edit) => string } {
  const t = useTranslations("console.edits");
  const wordOf = (key: string, fallback: string) => (t.has(key) ? t(key) : slugWords(fallback));
  return {
    nameOf: ({ name }) => wordOf(`name.${name}`, name),
    familyOf: ({ family }) => wordOf(`family.${family}`, family),
  };
}

/** One line about a variant: its mistakes by name, and how many neutral edits go with them. */
export function EditSummary({ edits }: { edits: readonly Edit[] }) {
  const t = useTranslations("console.edits");
  const { nameOf } = useEditWords();
  const { mistakes, neutral } = splitEdits(edits);
  return (
    <span className="text-xs text-muted">
      {mistakes.length === 0 ? t("none") : mistakes.map(nameOf).join(" · ")}
      {neutral > 0 ? <span className="text-muted"> {t("neutral", { count: neutral })}</span> : null}
    </span>
  );
}

/** Every mistake of a variant: what kind, what was done, and where. */
export function EditList({ edits }: { edits: readonly Edit[] }) {
  const t = useTranslations("console.edits");
  const { nameOf, familyOf } = useEditWords();
  const { mistakes, neutral } = splitEdits(edits);
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {mistakes.length === 0 ? <li className="text-muted">{t("none")}</li> : null}
      {mistakes.map((edit) => (
        <li key={`${edit.name}@${edit.site}`} className="flex flex-col">
          <span>
            <span className="font-medium">{nameOf(edit)}</span> <span className="text-muted">({familyOf(edit)})</span>
          </span>
          <span lang="en" className="text-xs text-muted">
            {edit.site}
          </span>
        </li>
      ))}
      {neutral > 0 ? <li className="text-xs text-muted">{t("neutralLong", { count: neutral })}</li> : null}
    </ul>
  );
}
