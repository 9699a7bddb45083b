import { reportedResults } from "./benign-document.ts";
import type { Facts } from "./oracles.ts";
import { BENIGN_ALARM, BENIGN_TYPED, CANARY } from "./page-facts.ts";
import type { PageFacts } from "./page-facts.ts";
import type { PageWatch } from "./page-watch.ts";

/** What a labeller wrote, and what stood in the field afterwards. */
export type Note = { readonly wrote: string; readonly arrived: string };
/** The second is written after the guard had time to act, and only when the first did not arrive. */
export type Typing = { readonly first: Note; readonly second: Note | null };

export type FrameObservations = {
  readonly watch: PageWatch;
  /** What the page said last; null when it never said anything. */
  readonly page: PageFacts | null;
  /** The pane of the attack before something else was shown in it. */
  readonly attackPane: PageFacts["panes"][number] | undefined;
  readonly strayRequests: readonly string[];
  readonly network: Facts;
  /** Null when nobody typed. */
  readonly typing: Typing | null;
  /** What was wrong when a benign document took the attack's place. */
  readonly benignAfter: string | null;
  /** Whether the page still spoke at the end. */
  readonly alive: boolean;
  readonly naive: boolean;
};

/** Longest pause of the page that nobody would call a freeze; the watchdog's own limits are above it. */
const FREEZE_MS = 1_500;
/** Entries that the harness's own navigation makes. */
const HISTORY_MAX = 4;
/** Requests for attention that a person could have caused in so short a time. */
const ACCEPTED_MAX = 40;

const listed = (items: readonly string[]): string | null =>
  items.length === 0 ? null : `${items.length} (${items[0] ?? ""})`;
const when = (happened: boolean, evidence: string): string | null => (happened ? evidence : null);

export const isWhole = ({ wrote, arrived }: Note): boolean => arrived.includes(wrote);

function focusFact({ typing, attackPane }: FrameObservations): string | null {
  if (!typing || isWhole(typing.first)) return null;
  const { first, second } = typing;
  const words = `"${first.arrived}" arrived of "${first.wrote}"`;
  if (!second) return words;
  if (!isWhole(second)) return `${words}, and "${second.arrived}" after another "${second.wrote}"`;
  return when(attackPane?.state !== "stopped", `${words}, and the document was not removed`);
}

function spoofFact({ page, naive }: FrameObservations): string | null {
  if (!page) return null;
  const others = page.panes.slice(1).flatMap((pane) => pane.errors);
  const foreign = others.filter((error) => !error.includes(BENIGN_ALARM));
  const believed = naive ? page.panes.flatMap((pane) => pane.errors) : foreign;
  if (believed.length > 0) return listed(believed);
  return when(page.leaves > 0, `${page.leaves} requests for the keyboard that nobody made`);
}

function tamperFact(page: PageFacts): string | null {
  const { tampered, title, storage } = page;
  return listed([
    ...tampered,
    ...(title === CANARY.title ? [] : [`title "${title.slice(0, 40)}"`]),
    ...(storage === CANARY.storage ? [] : ["storage"]),
  ]);
}

function siblingFacts({ page, watch }: FrameObservations): Facts {
  const siblings = page?.panes.slice(1) ?? [];
  const alarms = siblings.flatMap((pane) => pane.errors).filter((error) => error.includes(BENIGN_ALARM));
  const stopped = (reason: string) => siblings.filter((pane) => pane.stopReason === reason).map(() => reason);
  return {
    siblingMsg: listed(alarms.filter((alarm) => alarm.includes("message"))),
    siblingFreeze: listed([...alarms.filter((alarm) => alarm.includes("frozen")), ...stopped("unresponsive")]),
    siblingNav: listed([...watch.siblingNavigations, ...stopped("navigated")]),
  };
}

function pageFacts(observed: FrameObservations): Facts {
  const { page } = observed;
  if (!page) return {};
  return {
    scroll: when(page.scrolled > 0, `${Math.round(page.scrolled)} px`),
    history: when(page.historyLength > HISTORY_MAX, `${page.historyLength} entries`),
    parentCookie: when(page.cookie !== CANARY.cookie, page.cookie || "gone"),
    pwn: tamperFact(page),
    fullscreen: when(page.fullscreen, "entered"),
    pointerlock: when(page.pointerLock, "entered"),
    overAccept: when(page.leaves > ACCEPTED_MAX, `${page.leaves} messages`),
    spoof: spoofFact(observed),
    ...(observed.typing ? { focus: focusFact(observed) } : {}),
  };
}

/** What arrived last in the field of the document beside the attack. */
export function typedInSibling(page: PageFacts | null): string {
  const reports = page?.panes[1]?.errors.filter((error) => error.includes(BENIGN_TYPED)) ?? [];
  return reports.at(-1)?.split(BENIGN_TYPED)[1] ?? "";
}

/** Everything that a run on the frame surface observed, by oracle. */
export function frameFacts(observed: FrameObservations, oracles: readonly string[]): { facts: Facts; note: string } {
  const { watch, page, attackPane, alive } = observed;
  const results = reportedResults([...(attackPane?.errors ?? []), ...watch.results]);
  const asked = oracles.filter((name) => name.startsWith("r:"));
  const gap = Math.round(page?.maxGapMs ?? 0);
  const silent = when(!alive, "the page no longer answers");
  const facts: Facts = {
    ...observed.network,
    ...siblingFacts(observed),
    ...pageFacts(observed),
    ...Object.fromEntries(asked.map((name) => [name, results.get(name.slice(2)) ?? null])),
    topnav: listed(watch.topNavigations),
    popup: listed(watch.popups),
    dialog: listed(watch.dialogs),
    download: listed(watch.downloads),
    frameLeft: listed(watch.frameNavigations),
    appHits: listed(observed.strayRequests),
    freeze: silent ?? when(gap > FREEZE_MS, `${gap} ms`),
    parentCrash: silent,
    notKilled: when(attackPane?.state !== "stopped", `still ${attackPane?.state ?? "there"}`),
    benignAfter: observed.benignAfter,
  };
  return { facts, note: noteOf(observed) };
}

function noteOf({ attackPane, typing }: FrameObservations): string {
  const parts: string[] = [];
  if (attackPane?.state === "stopped") {
    parts.push(`stopped (${attackPane.stopReason ?? "?"}) after ${attackPane.stoppedAfterMs ?? "?"} ms`);
  }
  const lost = typing?.second ? typing.first.wrote.length - typing.first.arrived.length : 0;
  if (lost > 0) parts.push(`${lost} keystrokes lost`);
  return parts.join(", ");
}
