"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { type Board, isPlaced } from "../ranking/board.ts";
import { letterOf, placeOf } from "../ranking/rank-text.ts";

/** Says in words what has just changed: "Interface C is 2nd of 4, tied with A". */
export function Announcer({ board, count }: { board: Board; count: number }) {
  const t = useTranslations("labelling");
  const before = useRef(board);
  const [text, setText] = useState("");
  useEffect(() => {
    const old = before.current;
    before.current = board;
    const changed = Array.from({ length: count }, (_, position) => position).find(
      (position) => JSON.stringify(placeOf(old, position)) !== JSON.stringify(placeOf(board, position)),
    );
    if (changed === undefined) return;
    const letter = letterOf(changed);
    if (!isPlaced(board, changed)) return setText(t("announce.removed", { letter }));
    const { place, tiedWith } = placeOf(board, changed) ?? { place: 0, tiedWith: [] };
    const others = tiedWith.map(letterOf).join(", ");
    setText(
      others ? t("announce.tied", { letter, place, count, others }) : t("announce.placed", { letter, place, count }),
    );
  }, [board, count, t]);
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
