"use client";

import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";

import type { Receipt } from "#server/pipeline/labelling/schema.ts";
import type { NextAnswer } from "#server/pipeline/assignment/schema.ts";
import { AssignmentScreen } from "#ui/assignment/assignment-screen.tsx";
import { replayOutbox } from "#ui/assignment/use-submission.ts";
import { LabellerNotice } from "#ui/assignment/notice.tsx";
import { NothingToDo } from "#ui/assignment/nothing-to-do.tsx";
import { ScreenSkeleton } from "#ui/assignment/screen-skeleton.tsx";
import { Toast } from "#ui/primitives/toast.tsx";

import { AppShell } from "../../(operator)/app-shell.tsx";
import { useTRPCClient } from "../../trpc.tsx";
import { actionsFor, failureOf } from "./actions.ts";

type State =
  | { kind: "loading" }
  | { kind: "answer"; answer: NextAnswer }
  | { kind: "failed" }
  | { kind: "signed-out" }
  | { kind: "refused"; code: string };

const now = () => performance.timeOrigin + performance.now();

/** Fetches one task after another and hands each to the screen. */
export function LabelScreen() {
  const t = useTranslations("labelling");
  const api = useTRPCClient();
  const [state, setState] = useState<State>({ kind: "loading" });
  const [toast, setToast] = useState<string | null>(null);

  const next = useCallback(async () => {
    try {
      setState({ kind: "answer", answer: await api.assignment.next.mutate() });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "signed-out") setState({ kind: "signed-out" });
      else setState(failure.kind === "refused" ? { kind: "refused", code: failure.code } : { kind: "failed" });
    }
  }, [api]);

  useEffect(() => {
    // What an earlier page could not send goes first: its place may be waiting for it.
    void replayOutbox({ submit: (submission) => api.labelling.submit.mutate(submission), failureOf }).then((sent) => {
      if (sent > 0) setToast(t("replayed", { count: sent }));
      return next();
    });
  }, [api, next, t]);

  const onReceipt = useCallback(
    (receipt: Receipt) => {
      setToast(t(receipt.outcome === "accepted" ? "received" : "receivedLate", { digest: receipt.digest.slice(0, 8) }));
      setState({ kind: "loading" });
      void next();
    },
    [next, t],
  );
  const onSkipped = useCallback(() => {
    setState({ kind: "loading" });
    void next();
  }, [next]);

  return (
    <>
      <Body state={state} onReceipt={onReceipt} onSkipped={onSkipped} onRetry={next} />
      <Toast text={toast} onDone={() => setToast(null)} />
    </>
  );
}

function Body(props: {
  state: State;
  onReceipt: (receipt: Receipt) => void;
  onSkipped: () => void;
  onRetry: () => void;
}) {
  const t = useTranslations("labelling");
  const { state } = props;
  if (state.kind === "loading") return <ScreenSkeleton label={t("loading")} />;
  if (state.kind === "failed") {
    return (
      <AppShell>
        <LabellerNotice
          title={t("failed.title")}
          text={t("failed.hint")}
          action={{ label: t("failed.retry"), onPress: props.onRetry }}
        />
      </AppShell>
    );
  }
  if (state.kind === "signed-out") {
    return (
      <LabellerNotice
        title={t("signedOut.title")}
        text={t("signedOut.hint")}
        link={{ label: t("signedOut.link"), href: "/sign-in?next=/label" }}
      />
    );
  }
  if (state.kind === "refused") {
    return (
      <AppShell>
        <Refused code={state.code} onRetry={props.onRetry} />
      </AppShell>
    );
  }
  if (state.answer.status === "nothing") {
    return (
      <AppShell>
        <NothingToDo answer={state.answer} onRetry={props.onRetry} />
      </AppShell>
    );
  }
  return (
    <Assignment
      key={state.answer.assignment.assignmentId}
      assignment={state.answer.assignment}
      onReceipt={props.onReceipt}
      onSkipped={props.onSkipped}
    />
  );
}

/** Why no task can be had; asking again helps where others were only quicker. */
function Refused({ code, onRetry }: { code: string; onRetry: () => void }) {
  const t = useTranslations("labelling");
  const key = `refusal.${code}`;
  return (
    <LabellerNotice
      title={t("refusal.title")}
      text={t.has(key) ? t(key) : t("refusal.other")}
      {...(code === "request.forbidden"
        ? { link: { label: t("home.account"), href: "/account" } }
        : { action: { label: t("failed.retry"), onPress: onRetry } })}
    />
  );
}

function Assignment(props: {
  assignment: Extract<NextAnswer, { status: "assignment" }>["assignment"];
  onReceipt: (receipt: Receipt) => void;
  onSkipped: () => void;
}) {
  const api = useTRPCClient();
  const [actions] = useState(() => actionsFor(api, props.assignment));
  return (
    <AssignmentScreen
      assignment={props.assignment}
      actions={actions}
      now={now}
      onReceipt={props.onReceipt}
      onSkipped={props.onSkipped}
    />
  );
}
