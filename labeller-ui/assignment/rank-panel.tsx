"use client";

import type { Dispatch } from "react";
import { useTranslations } from "use-intl";

import type { AssignmentView } from "#server/pipeline/assignment/schema.ts";

import { CriteriaForm } from "../criteria/criteria-form.tsx";
import { Button } from "../primitives/button.tsx";
import { ResultStrip } from "../ranking/result-strip.tsx";
import { type GateItem, isOpen } from "./gate.ts";
import { GateList } from "./gate-list.tsx";
import type { Session } from "./session.ts";
import type { Work, WorkAction } from "./work.ts";

const COMMENT_MAX = 2_000;

/** What the server refused, in the reader's language. */
function refusalText(t: ReturnType<typeof useTranslations<"labelling">>, code: string): string {
  const key = `refusal.${code}`;
  return t.has(key) ? t(key) : t("refusal.other");
}

type Props = {
  assignment: AssignmentView;
  work: Work;
  session: Session;
  gate: readonly GateItem[];
  askedTooEarly: boolean;
  onWork: Dispatch<WorkAction>;
  onSubmit: () => void;
  onSkip: () => void;
};

/** Everything a labeller decides: ranking first, then criteria, then words. */
export function RankPanel(props: Props) {
  const t = useTranslations("labelling");
  const { work, assignment, session } = props;
  const count = assignment.completions.length;
  const sending = session.phase === "submitting";
  return (
    <aside aria-label={t("panel.title")} className="flex min-h-full flex-col gap-6">
      <section>
        <h2 className="pb-2 text-sm font-semibold">{t("ranking.title")}</h2>
        <ResultStrip board={work.board} completions={count} onAction={props.onWork} />
      </section>
      <section>
        <h2 className="pb-3 text-sm font-semibold">
          {t("criteria.title")} <span className="font-normal text-faint">{t("optional")}</span>
        </h2>
        <CriteriaForm
          criteria={assignment.criteria}
          completions={count}
          ratings={work.ratings}
          onRate={(criterionId, position, rating) => props.onWork({ type: "rate", criterionId, position, rating })}
        />
      </section>
      <label className="block text-sm font-semibold">
        {t("comment.title")} <span className="font-normal text-faint">{t("optional")}</span>
        <textarea
          value={work.comment}
          maxLength={COMMENT_MAX}
          onChange={(event) => props.onWork({ type: "comment", text: event.target.value })}
          placeholder={t("comment.placeholder")}
          className="mt-2 block min-h-24 w-full rounded-lg border border-line bg-surface p-3 font-normal placeholder:text-faint"
        />
      </label>
      {/* On a narrow screen only the button stays in sight: the list alone would fill it. */}
      <section className="flex flex-col gap-3 border-line bg-surface max-xl:contents xl:sticky xl:-bottom-4 xl:-mx-4 xl:mt-auto xl:-mb-4 xl:border-t xl:p-4">
        <GateList items={props.gate} seconds={Math.round(assignment.minDwellMs / 1_000)} />
        {props.askedTooEarly && !isOpen(props.gate) ? (
          <p role="alert" className="rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">
            {t("gate.notYet")}
          </p>
        ) : null}
        {session.refusal ? (
          <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-sm text-bad">
            {refusalText(t, session.refusal.code)}
          </p>
        ) : null}
        <Button
          tone="primary"
          size="large"
          aria-disabled={!isOpen(props.gate)}
          onClick={props.onSubmit}
          disabled={sending}
          className="max-xl:sticky max-xl:bottom-0 max-xl:z-10 max-xl:shadow-[0_0_0_1rem_var(--surface)]"
        >
          {sending ? t(session.sendFailures > 0 ? "submit.retrying" : "submit.sending") : t("submit.title")}
        </Button>
        <Button tone="quiet" size="small" onClick={props.onSkip}>
          {t("skip.open")}
        </Button>
      </section>
    </aside>
  );
}
