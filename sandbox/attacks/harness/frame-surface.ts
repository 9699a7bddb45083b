import { setTimeout as sleep } from "node:timers/promises";

import type { LabellerBrowser } from "./browsers.ts";
import { frameFacts, isWhole, typedInSibling } from "./frame-facts.ts";
import type { FrameObservations, Note, Typing } from "./frame-facts.ts";
import { ACT_MS, canType, clickInFrame, writeNote } from "./labeller-hands.ts";
import type { Facts } from "./oracles.ts";
import { CLICK_MARK } from "./page-facts.ts";
import type { PageFacts } from "./page-facts.ts";
import { openScene } from "./scene.ts";
import type { Scene, SceneOptions } from "./scene.ts";
import { atMost, until } from "./waiting.ts";

const FIRST_NOTE = "hello labeller";
const SECOND_NOTE = "once more";
const WAIT_MS = 2_500;
/** Three pages at once, each with four documents, when a browser has just started on a busy machine. */
const SHOWN_MS = 90_000;
const BENIGN_MS = 20_000;
/** After the guard has removed a document, nothing can come of it but what was already under way. */
const AFTERMATH_MS = 600;
/** What a page says arrives a tick later. */
const TOLD_MS = 1_500;
/** The control waits longer than an attack needs, and ends as soon as the attack is seen to succeed. */
const CONTROL_MS = 20_000;
const SILENT_MS = 3_000;

const facts = (scene: Scene): PageFacts | null => scene.app.latest()?.facts ?? null;
const paneState = (scene: Scene, index: number, url: string): string | null => {
  const pane = facts(scene)?.panes[index];
  return pane?.url === url ? pane.state : null;
};
const isStopped = (scene: Scene): boolean => paneState(scene, 0, scene.urls.attack) === "stopped";
const hasStarted = (scene: Scene): boolean =>
  ["ready", "stopped"].includes(paneState(scene, 0, scene.urls.attack) ?? "");

function order(scene: Scene, first: string | null): void {
  scene.app.order({ panes: [first, ...scene.urls.siblings] });
}

/**
 * Shows the benign documents before the attack comes. One that the watchdog took for hanging, because
 * a busy machine took seconds to start its process, is loaded again as a labeller would do.
 *
 * @throws {Error} when they do not come up.
 */
async function showSiblings(scene: Scene): Promise<void> {
  const { siblings } = scene.urls;
  const shown = await until(SHOWN_MS, () => {
    const states = siblings.map((url, index) => paneState(scene, index + 1, url));
    const panes = siblings.map((url, index) => (states[index] === "stopped" ? null : url));
    scene.app.order({ panes: [null, ...panes] });
    return states.every((state) => state === "ready");
  });
  if (!shown) throw new Error("the benign documents beside the attack did not start");
}

/** @throws {Error} when the document never ran: nothing could be said about it. */
async function showAttack(scene: Scene): Promise<void> {
  order(scene, scene.urls.attack);
  let wasReady = false;
  await until(SHOWN_MS, () => {
    wasReady ||= paneState(scene, 0, scene.urls.attack) === "ready";
    return hasStarted(scene);
  });
  const neverRan = !wasReady && !isStopped(scene);
  const killedAtStart = !wasReady && facts(scene)?.panes[0]?.stopReason === "unresponsive";
  if (neverRan || (killedAtStart && !scene.attack.hang)) throw new Error("the document did not start");
}

/** @throws {Error} when an attack that needs a click did not get it: nothing could be said about it. */
async function click(scene: Scene): Promise<void> {
  const { attack, watch } = scene;
  if (attack.click === undefined) return clickInFrame(scene);
  await clickInFrame(scene);
  const said = () => [...(facts(scene)?.panes[0]?.errors ?? []), ...watch.results];
  const arrived = () => isStopped(scene) || said().some((text) => text.includes(CLICK_MARK));
  if (!(await until(TOLD_MS, arrived))) throw new Error(`the click on ${attack.click} did not arrive`);
}

async function note(scene: Scene, wrote: string): Promise<Note> {
  const inField = () => (scene.attack.typeIn === "sibling" ? typedInSibling(facts(scene)) : facts(scene)?.note) ?? "";
  await writeNote(scene, wrote);
  await until(TOLD_MS, () => inField().includes(wrote));
  return { wrote, arrived: inField() };
}

/** Only attacks on the keyboard need somebody who types. */
function typesNote(scene: Scene): boolean {
  return scene.attack.oracles.includes("focus") && canType(scene);
}

async function attackPhase(scene: Scene): Promise<Typing | null> {
  const { attack } = scene;
  await click(scene);
  const first = typesNote(scene) ? await note(scene, FIRST_NOTE) : null;
  if (scene.directUrl !== null) await visitDirectly(scene, scene.directUrl);
  if (await until(attack.waitMs ?? WAIT_MS, () => isStopped(scene))) await sleep(AFTERMATH_MS);
  if (!first) return null;
  return { first, second: isWhole(first) ? null : await note(scene, SECOND_NOTE) };
}

/** Right click, "open frame in a new tab". */
async function visitDirectly(scene: Scene, url: string): Promise<void> {
  const before = scene.watch.popups.length;
  const tab = await scene.context.newPage();
  await atMost(ACT_MS, tab.goto(url));
  await sleep(1_000);
  await atMost(ACT_MS, tab.close());
  scene.watch.popups.length = before;
}

/** Puts a benign document where the attack was, and says what is wrong with the page if anything is. */
async function aftermath(scene: Scene): Promise<string | null> {
  const { urls } = scene;
  if (scene.attack.removeFrame) {
    order(scene, null);
    await until(1_000, () => facts(scene)?.panes[0]?.url === null);
    await sleep(1_500);
  }
  order(scene, urls.after);
  const shown = await until(BENIGN_MS, () => paneState(scene, 0, urls.after) === "ready");
  if (!shown) return "a benign document no longer starts in its place";
  const broken = urls.siblings.filter((url, index) => paneState(scene, index + 1, url) !== "ready");
  return broken.length === 0 ? null : `${broken.length} of the documents beside it no longer run`;
}

type Outcome = { readonly facts: Facts; readonly note: string };
type Ending = Pick<FrameObservations, "typing" | "attackPane" | "benignAfter" | "alive">;

function observe(scene: Scene, ending: Ending): Outcome {
  const { watch, app, traps, naive } = scene;
  const { strayRequests } = app;
  const observed = { ...ending, watch, page: facts(scene), strayRequests, network: traps.facts(), naive };
  return frameFacts(observed, scene.attack.oracles);
}

async function runGuarded(scene: Scene): Promise<Outcome> {
  await showSiblings(scene);
  await showAttack(scene);
  const typing = await attackPhase(scene);
  const attackPane = facts(scene)?.panes[0];
  const benignAfter = await aftermath(scene);
  const since = performance.now();
  const alive = await until(TOLD_MS, () => (scene.app.latest()?.atMs ?? 0) > since);
  return observe(scene, { typing, attackPane, benignAfter, alive });
}

/** The positive control: the same document without protection, until one of its oracles is seen. */
async function runNaive(scene: Scene): Promise<Outcome> {
  order(scene, scene.urls.attack);
  if (!(await until(SHOWN_MS, () => facts(scene) !== null))) throw new Error("the page did not come up");
  const isSilent = () => performance.now() - (scene.app.latest()?.atMs ?? 0) > SILENT_MS;
  let typing: Typing | null = null;
  const look = () =>
    observe(scene, { typing, attackPane: facts(scene)?.panes[0], benignAfter: null, alive: !isSilent() });
  const succeeded = () => scene.attack.oracles.some((name) => (look().facts[name] ?? null) !== null);
  await until(CONTROL_MS, () => hasStarted(scene) || succeeded());
  await click(scene).catch(() => undefined);
  if (typesNote(scene)) typing = { first: await note(scene, FIRST_NOTE), second: null };
  if (scene.directUrl !== null) await visitDirectly(scene, scene.directUrl);
  await until(CONTROL_MS, succeeded);
  return look();
}

/**
 * Shows one attack to a labeller and says what came of it.
 *
 * @throws {Error} when the harness failed: the page did not come up, or the attack did not get what it needs.
 */
export async function runOnFrame(labeller: LabellerBrowser, options: SceneOptions): Promise<Outcome> {
  const scene = await openScene(labeller, options);
  try {
    await scene.page.goto(scene.app.origin, { waitUntil: "commit", timeout: SHOWN_MS });
    return await (options.naive ? runNaive(scene) : runGuarded(scene));
  } finally {
    await scene.close();
  }
}
