"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";

import { Badge } from "../../primitives/badge.tsx";
import { Button } from "../../primitives/button.tsx";
import { DocumentBoard } from "../documents/document-board.tsx";
import { DocumentDialog } from "../documents/document-dialog.tsx";
import { levelTone } from "../plots/level-colours.ts";
import { AnswerCard, type ExplainedAnswer } from "./answer-card.tsx";

/** Rendering hundreds of cards at once would be slow to no one's use. */
const PAGE = 20;

/** Every control task of a miner in the order in which it was handed out. */
export function AnswerList({ answers }: { answers: readonly ExplainedAnswer[] }) {
  const t = useTranslations("console");
  const [shown, setShown] = useState(PAGE);
  const [opened, setOpened] = useState<ExplainedAnswer | null>(null);
  return (
    <>
      <ol className="overflow-hidden rounded-xl border border-line bg-surface">
        {answers.slice(0, shown).map((answer, index) => (
          <AnswerCard key={answer.assignmentId} answer={answer} number={index + 1} onOpen={() => setOpened(answer)} />
        ))}
      </ol>
      {answers.length > shown ? (
        <Button className="self-center" onClick={() => setShown(shown + PAGE)}>
          {t("more")}
        </Button>
      ) : null}
      <DocumentDialog
        title={opened ? t("answers.documents", { labeller: opened.labellerName }) : ""}
        {...(opened ? { description: opened.prompt } : {})}
        isOpen={opened !== null}
        onClose={() => setOpened(null)}
      >
        {opened ? (
          <DocumentBoard
            documentUrls={opened.documentUrls}
            noteOf={(position) => <RankNote answer={opened} position={position} />}
          />
        ) : null}
      </DocumentDialog>
    </>
  );
}

function RankNote({ answer, position }: { answer: ExplainedAnswer; position: number }) {
  const t = useTranslations("console.answers");
  const truth = answer.trueRanks[position] ?? 0;
  const given = answer.ranks?.[position];
  return (
    <>
      <Badge tone={levelTone(truth)}>{t("trueRank", { rank: truth + 1 })}</Badge>
      {given === undefined ? null : <span className="text-muted">{t("givenRank", { rank: given + 1 })}</span>}
    </>
  );
}
