"use client";

import { ExportForm } from "../datasets/export-form.tsx";
import { rounds } from "../fixtures.ts";
import { PageFrame } from "../page-frame.tsx";
import { DEFAULT_SETTINGS, OpenRoundForm } from "../rounds/open-round-form.tsx";

const ignore = () => {};
const refused = Object.assign(new Error("A round is open already."), {
  data: { refusal: { code: "round.already-open" } },
});

/** Forms outside of their dialogs, with a refusal where one can happen. */
export function FormState({ name }: { name: string }) {
  if (name !== "forms") return null;
  return (
    <PageFrame title="Forms">
      <div className="grid gap-6 xl:grid-cols-2">
        <div className="rounded-2xl border border-line bg-raised p-6">
          <OpenRoundForm previous={DEFAULT_SETTINGS} busy={false} error={refused} onOpen={ignore} onClose={ignore} />
        </div>
        <div className="rounded-2xl border border-line bg-raised p-6">
          <ExportForm rounds={rounds.slice(1)} busy={false} error={null} onExport={ignore} onClose={ignore} />
        </div>
      </div>
    </PageFrame>
  );
}
