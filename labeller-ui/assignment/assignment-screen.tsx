"use client";

import { CircleHelp } from "lucide-react";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import type { AssignmentView } from "#server/pipeline/assignment/schema.ts";
import type { Receipt } from "#server/pipeline/labelling/schema.ts";

import type { FrameReport } from "../preview/use-frame.ts";
import { IconButton } from "../primitives/button.tsx";
import { Segmented } from "../primitives/segmented.tsx";
import { isDisplayOrder } from "../ranking/board.ts";
import { BrandMark } from "../shell/brand-mark.tsx";
import type { AssignmentActions, SkipReason } from "./actions.ts";
import { Announcer } from "./announcer.tsx";
import { deviceStore } from "./device-store.ts";
import { ConfirmOrderDialog, HelpDialog, SkipDialog } from "./dialogs.tsx";
import { gateItems, isOpen } from "./gate.ts";
import { InterfaceGrid } from "./interface-grid.tsx";
import { type Layout, LAYOUTS, rememberedLayout, rememberLayout, shownPositions } from "./layout.ts";
import { LeaseClock } from "./lease-clock.tsx";
import { PaneTabs } from "./pane-tabs.tsx";
import { PromptBar } from "./prompt-bar.tsx";
import { RankPanel } from "./rank-panel.tsx";
import { SaveBadge } from "./save-badge.tsx";
import { newSession, sessionReducer } from "./session.ts";
import type { Shortcut } from "./shortcuts.ts";
import { useAutosave } from "./use-autosave.ts";
import { useLooking } from "./use-looking.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useSubmission } from "./use-submission.ts";
import { fromDraft, NO_WORK, toDraft, workReducer } from "./work.ts";

type Props = {
  assignment: AssignmentView;
  actions: AssignmentActions;
  now: () => number;
  onReceipt: (receipt: Receipt) => void;
  onSkipped: () => void;
};

/** The labelling screen: four live interfaces, one ranking. Give it a `key` per assignment. */
export function AssignmentScreen({ assignment, actions, now, onReceipt, onSkipped }: Props) {
  const ids = useMemo(() => assignment.completions.map((completion) => completion.id), [assignment]);
  const [work, onWork] = useReducer(workReducer, assignment.draft ? fromDraft(assignment.draft.state, ids) : NO_WORK);
  const [session, dispatch] = useReducer(sessionReducer, newSession(assignment.draft?.revision ?? 0));
  const [lease, setLease] = useState({ expiresAt: assignment.expiresAt, extensionsLeft: assignment.extensionsLeft });
  const [reports, setReports] = useState<(FrameReport | null)[]>(() => ids.map(() => null));
  const [asked, setAsked] = useState(false);
  const [dialog, setDialog] = useState<"skip" | "help" | null>(null);
  const [keysOn, setKeysOn] = useState(true);
  const [serverOffsetMs] = useState(() => assignment.serverTime.getTime() - now());
  const viewports = useRef(new Set<number>());
  const panes = useRef<(HTMLElement | null)[]>([]);
  const view = useLayout(ids.length);
  const { evidence, activeMs, noteReady, noteInteraction } = useLooking(panes, ids.length);
  const draft = useMemo(() => toDraft(work, ids), [work, ids]);

  useAutosave({ assignmentId: assignment.assignmentId, draft, session, dispatch, actions });
  useUnsavedDraft(assignment.assignmentId, (state) => {
    onWork({ type: "replace", work: fromDraft(state, ids) });
    dispatch({ type: "changed" });
  });
  const send = useSubmission({ dispatch, actions, onReceipt });

  const change = useCallback((action: Parameters<typeof onWork>[0]) => {
    onWork(action);
    dispatch({ type: "changed" });
  }, []);
  const onReport = useCallback(
    (position: number, report: FrameReport) => {
      noteReady(position, report.state === "ready");
      setReports((before) => before.map((old, index) => (index === position ? report : old)));
    },
    [noteReady],
  );
  const stopped = reports.flatMap((report, position) => (report?.state === "stopped" ? [position] : []));
  const gate = gateItems(evidence, {
    minDwellMs: assignment.minDwellMs,
    ranked: work.board.groups.flat(),
    skipped: [...new Set([...stopped, ...work.board.unusable])],
  });

  const submitNow = () =>
    send({
      assignmentId: assignment.assignmentId,
      leaseToken: assignment.leaseToken,
      ...draft,
      evidence: {
        activeMs: activeMs.current,
        visibleMs: Object.fromEntries(evidence.map((pane, position) => [ids[position] ?? "", pane.visibleMs])),
        interactions: Object.fromEntries(evidence.map((pane, position) => [ids[position] ?? "", pane.interactions])),
        viewports: [...viewports.current],
        layout: view.layout,
      },
    });
  const submit = () => {
    if (session.phase !== "editing") return;
    if (!isOpen(gate)) return setAsked(true);
    if (isDisplayOrder(work.board, ids.length)) dispatch({ type: "confirm" });
    else submitNow();
  };
  const onShortcut = (shortcut: Shortcut) => {
    if (shortcut.type === "submit") submit();
    else if (shortcut.type === "help") setDialog("help");
    else change(shortcut);
  };
  useShortcuts(keysOn && session.phase === "editing", ids.length, onShortcut);

  const extend = () =>
    void actions.extend().then(setLease, () => {
      // The clock goes on; the next press tries again, and the work is safe either way.
    });
  const skip = (reason: SkipReason, note: string) =>
    void actions.skip(reason, note).then(onSkipped, () => setDialog(null));

  return (
    <div className="fixed inset-0 flex flex-col bg-paper">
      <TopBar>
        <HomeLink />
        <PromptBar prompt={assignment.prompt} language={assignment.language} />
        <LeaseClock {...lease} now={now} serverOffsetMs={serverOffsetMs} onExtend={extend} />
        <SaveBadge session={session} />
        <LayoutSwitch layout={view.layout} onChange={view.setLayout} />
        <HelpButton onOpen={() => setDialog("help")} />
      </TopBar>
      <div className="flex min-h-0 grow flex-col xl:flex-row">
        <main className="flex min-h-[55dvh] min-w-0 grow flex-col gap-2 p-2 xl:min-h-0">
          {view.layout === "grid" ? null : (
            <PaneTabs
              reports={reports}
              board={work.board}
              current={view.current}
              pinned={view.layout === "pair" ? view.pinned : null}
              onSelect={view.setCurrent}
              onPin={view.setPinned}
            />
          )}
          <div className="min-h-0 grow">
            <InterfaceGrid
              documentUrls={assignment.completions.map((completion) => completion.documentUrl)}
              layout={view.layout}
              shown={shownPositions(view.layout, ids.length, view.current, view.pinned)}
              board={work.board}
              panes={panes}
              onPlace={useCallback((position: number) => change({ type: "toggle", position }), [change])}
              onUnusable={useCallback((position: number) => change({ type: "flag", position }), [change])}
              onReport={onReport}
              onInteract={noteInteraction}
              onViewport={useCallback(
                (_position: number, width: string) => void viewports.current.add(Number(width) || window.innerWidth),
                [],
              )}
            />
          </div>
        </main>
        <div className="min-h-0 overflow-auto border-t border-line bg-surface p-4 max-xl:max-h-[45dvh] xl:w-96 xl:shrink-0 xl:border-t-0 xl:border-l">
          <RankPanel
            assignment={assignment}
            work={work}
            session={session}
            gate={gate}
            askedTooEarly={asked}
            onWork={change}
            onSubmit={submit}
            onSkip={() => setDialog("skip")}
          />
        </div>
      </div>
      <Announcer board={work.board} count={ids.length} />
      <SkipDialog open={dialog === "skip"} onClose={() => setDialog(null)} onSkip={skip} />
      <HelpDialog open={dialog === "help"} onClose={() => setDialog(null)} enabled={keysOn} onEnable={setKeysOn} />
      <ConfirmOrderDialog
        open={session.phase === "confirming"}
        onClose={() => dispatch({ type: "cancel" })}
        onConfirm={submitNow}
      />
    </div>
  );
}

function TopBar({ children }: { children: React.ReactNode }) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-2 py-1 sm:px-3 sm:py-1.5">
      {children}
    </header>
  );
}

/** The way out; a whole new page, because what was fetched before is out of date by then. */
function HomeLink() {
  const t = useTranslations("labelling");
  return (
    <a
      href="/home"
      aria-label={t("leave")}
      title={t("leave")}
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg hover:bg-sunken touch:size-11"
    >
      <BrandMark isBare />
    </a>
  );
}

function HelpButton({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations("labelling");
  return (
    <IconButton label={t("keys.title")} onClick={onOpen}>
      <CircleHelp size={18} aria-hidden />
    </IconButton>
  );
}

function LayoutSwitch({ layout, onChange }: { layout: Layout; onChange: (layout: Layout) => void }) {
  const t = useTranslations("labelling");
  return (
    <Segmented
      label={t("layout.title")}
      value={layout}
      options={LAYOUTS.map((value) => ({ value, label: t(`layout.${value}`) }))}
      onChange={onChange}
    />
  );
}

function useLayout(count: number) {
  const [layout, setLayoutState] = useState<Layout>("focus");
  const [current, setCurrent] = useState(0);
  const [pinned, setPinned] = useState(0);
  // The window is known only in the browser.
  useEffect(() => setLayoutState(rememberedLayout(window.innerWidth)), []);
  const setLayout = useCallback((next: Layout) => {
    setLayoutState(next);
    rememberLayout(next);
  }, []);
  return { layout, setLayout, current: Math.min(current, count - 1), setCurrent, pinned, setPinned };
}

/** Work of an earlier page on this device that no server has: it is taken up again. */
function useUnsavedDraft(assignmentId: string, onFound: (state: Parameters<typeof fromDraft>[0]) => void): void {
  const found = useRef(onFound);
  useEffect(() => {
    let current = true;
    void deviceStore.loadDraft(assignmentId).then((draft) => {
      if (current && draft?.changed) found.current(draft.state);
    });
    return () => {
      current = false;
    };
  }, [assignmentId]);
}
