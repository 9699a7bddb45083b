"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";

import { Segmented } from "../../primitives/segmented.tsx";
import { useMediaQuery } from "../media-query.ts";
import { DocumentPane } from "./document-pane.tsx";
import { letterOf } from "./positions.ts";

type Props = {
  documentUrls: readonly string[];
  noteOf?: ((position: number) => ReactNode) | undefined;
  /** Starts with this one where only one is shown. */
  first?: number;
};

/** The same width at which the labelling screen changes from its grid to one interface at a time. */
const WIDE = "(min-width: 1200px)";

/** All interfaces of a task, live: four at once where there is room, else one at a time. */
export function DocumentBoard({ documentUrls, noteOf, first = 0 }: Props) {
  const t = useTranslations("console.documents");
  const isWide = useMediaQuery(WIDE);
  const [shown, setShown] = useState(first);
  if (isWide) {
    return (
      <div className="grid grid-cols-2 gap-3">
        {documentUrls.map((url, position) => (
          <div key={url} className="h-[30rem]">
            <DocumentPane position={position} documentUrl={url} note={noteOf?.(position)} />
          </div>
        ))}
      </div>
    );
  }
  const url = documentUrls[shown];
  return (
    <div className="flex flex-col items-start gap-3">
      <Segmented
        label={t("choose")}
        value={String(shown)}
        options={documentUrls.map((_, position) => ({ value: String(position), label: letterOf(position) }))}
        onChange={(value) => setShown(Number(value))}
      />
      <div className="h-[70dvh] min-h-96 w-full">
        {url === undefined ? null : <DocumentPane position={shown} documentUrl={url} note={noteOf?.(shown)} />}
      </div>
    </div>
  );
}
