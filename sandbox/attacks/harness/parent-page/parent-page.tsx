import { useCallback, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

import type { FrameReport } from "#ui/preview/use-frame.ts";

import type { PageFacts } from "../page-facts.ts";
import { GuardedPane } from "./guarded-pane.tsx";
import { NaivePane } from "./naive-pane.tsx";
import { observePage, placeCanaries } from "./observe-page.ts";

/**
 * A labelling page reduced to what an attack can reach: a text field that somebody types into, four
 * panes, and the guards of the real page. It reports what it sees in a request of its own, so that a
 * document that confuses the browser's automation cannot hide anything.
 */
const TICK_MS = 120;

type Pane = PageFacts["panes"][number];
const EMPTY: Pane = { url: null, state: "loading", stopReason: null, stoppedAfterMs: null, errors: [] };
const panes: Pane[] = [EMPTY, EMPTY, EMPTY, EMPTY];
const seen = { leaves: 0 };
const shownAt: number[] = [];

function record(index: number, url: string, report: FrameReport): void {
  const before = panes[index];
  if (before?.url !== url) shownAt[index] = performance.now();
  const stoppedAfterMs =
    report.state === "stopped"
      ? before?.url === url && before.stoppedAfterMs !== null
        ? before.stoppedAfterMs
        : Math.round(performance.now() - (shownAt[index] ?? 0))
      : null;
  panes[index] = {
    url,
    state: report.state,
    stopReason: report.stopReason,
    stoppedAfterMs,
    errors: [...report.errors],
  };
}

const ordersOf = (value: unknown): (string | null)[] => {
  const list = typeof value === "object" && value !== null && "panes" in value ? value.panes : null;
  return Array.isArray(list) ? list.map((item) => (typeof item === "string" ? item : null)) : [];
};

async function ask(facts: PageFacts): Promise<(string | null)[]> {
  const response = await fetch("/facts", { method: "POST", body: JSON.stringify(facts) });
  return ordersOf(await response.json());
}

function Screen({ naive }: { naive: boolean }) {
  const [shown, setShown] = useState<readonly (string | null)[]>([]);
  useEffect(() => {
    placeCanaries();
    const observer = observePage();
    const tick = async () => {
      const orders = await ask({ ...observer.facts(), ...seen, panes });
      for (const [index, url] of orders.entries()) if (url === null) panes[index] = EMPTY;
      setShown((before) => (JSON.stringify(before) === JSON.stringify(orders) ? before : orders));
    };
    const run = () => void tick().catch(() => undefined);
    run();
    const timer = setInterval(run, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const onLeave = useCallback(() => {
    seen.leaves += 1;
  }, []);
  return (
    <main className={naive ? "naive" : "guarded"}>
      <div className="grid">
        {[0, 1, 2, 3].map((index) => {
          const url = shown[index];
          return (
            <section key={index} className="pane" data-pane={index}>
              {!url ? null : naive ? (
                <NaivePane key={url} index={index} url={url} onReport={record} />
              ) : (
                <GuardedPane key={url} index={index} url={url} onReport={record} onLeave={onLeave} />
              )}
            </section>
          );
        })}
      </div>
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Screen naive={root.dataset.naive === "1"} />);
