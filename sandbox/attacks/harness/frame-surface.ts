import { setTimeout as sleep } from "node:timers/promises";

import type { Page } from "@playwright/test";

import type { LabellerBrowser } from "./browsers.ts";
import { frameFacts, typedInSibling } from "./frame-facts.ts";
import type { Typing } from "./frame-facts.ts";
import type { Facts } from "./oracles.ts";
import { LAYOUT } from "./page-facts.ts";
import type { PageFacts } from "./page-facts.ts";
import { openScene } from "./scene.ts";
import type { Scene, SceneOptions } from "./scene.ts";
import { atMost, until } from "./waiting.ts";

const TYPED = "hello labeller";
const KEY_MS = 40;
const KEY_MAX_MS = 400;
/** Keys before the pointer goes to rest over the frame. */
const HOVER_AFTER = 5;
const TRAVEL_MS = 80;
/** Much shorter than `ACT_MS`: an act that is given up must not come back later and disturb the next one. */
const FIND_MS = 1_500;
const WAIT_MS = 2_500;
/** Nothing that is asked of a page with a hanging frame in it may keep the harness. */
const ACT_MS = 4_000;
const SHOWN_MS = 40_000;
const BENIGN_MS = 20_000;
/** After the guard has removed a document, nothing can come of it but what was already under way. */
const AFTERMATH_MS = 600;

const facts = (scene: Scene): PageFacts | null => scene.app.latest()?.facts ?? null;
const paneState = (scene: Scene, index: number, url: string): string | null => {
  const pane = facts(scene)?.panes[index];
  return pane?.url === url ? pane.state : null;
};

function order(scene: Scene, first: string | null): void {
  scene.app.order({ panes: [first, ...scene.urls.siblings] });
}

const middleOfFrame = {
  x: LAYOUT.panes.x + LAYOUT.panes.width / 2,
  y: LAYOUT.panes.y + LAYOUT.panes.height / 2,
};
const middleOfField = { x: LAYOUT.field.x + 20, y: LAYOUT.field.y + LAYOUT.field.height / 2 };
const middleOfSiblingField = {
  x: LAYOUT.panes.x + LAYOUT.panes.width + LAYOUT.benignField.x + 20,
  y: LAYOUT.panes.y + LAYOUT.benignField.y + LAYOUT.benignField.height / 2,
};

/**
 * Moves the pointer as a hand does, over the rim of the pane it ends in. Automation hands events to
 * the process of the frame and leaves the page out, so only on the rim does the page learn what every
 * browser tells it when the pointer really moves: that it is over that pane now.
 */
async function moveTo(page: Page, point: { x: number; y: number }): Promise<void> {
  const { x, y, width, height } = LAYOUT.panes;
  if (point.y > y) {
    const column = Math.floor((point.x - x) / width);
    const row = Math.floor((point.y - y) / height);
    await page.mouse.move(x + column * width + 1, y + row * height + 1);
    await sleep(TRAVEL_MS);
  }
  await page.mouse.move(point.x, point.y);
}

async function clickAt(page: Page, point: { x: number; y: number }): Promise<void> {
  await moveTo(page, point);
  await sleep(TRAVEL_MS);
  await page.mouse.click(point.x, point.y);
}

/** A labeller clicks in the interface. */
async function clickInFrame({ page, attack, browserName }: Scene): Promise<void> {
  const frame = page.frameLocator('section[data-pane="0"] iframe');
  if (browserName === "firefox") {
    // BiDi gives events at the page's coordinates to the page alone, never to a frame of another process.
    return frame.locator(attack.click ?? "body").click({ timeout: FIND_MS, force: true, noWaitAfter: true });
  }
  const box =
    attack.click === undefined
      ? null
      : await frame
          .locator(attack.click)
          .boundingBox({ timeout: FIND_MS })
          .catch(() => null);
  await clickAt(page, box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : middleOfFrame);
}

/** A labeller writes a note; with `hover`, the pointer comes to rest over the interface meanwhile. */
async function typeNote(scene: Scene): Promise<void> {
  const { page, attack } = scene;
  const field = attack.typeIn === "sibling" ? middleOfSiblingField : middleOfField;
  await moveTo(page, field);
  await sleep(TRAVEL_MS);
  await page.mouse.click(field.x, field.y, { clickCount: 3 });
  await atMost(KEY_MAX_MS, page.keyboard.press("Backspace"));
  for (const [index, key] of [...TYPED].entries()) {
    if (attack.hover && index === HOVER_AFTER) await moveTo(page, middleOfFrame);
    // A key that is under way to a frame when that is removed is never confirmed; fingers do not wait for that.
    await atMost(KEY_MAX_MS, page.keyboard.type(key));
    await sleep(KEY_MS);
  }
}

async function typed(scene: Scene): Promise<string> {
  const arrived = () => (scene.attack.typeIn === "sibling" ? typedInSibling(facts(scene)) : facts(scene)?.note) ?? "";
  await atMost(TYPED.length * KEY_MAX_MS + ACT_MS, typeNote(scene));
  // What a page says arrives a tick later.
  await until(1_500, () => arrived() === TYPED);
  return arrived();
}

async function attackPhase(scene: Scene): Promise<Typing> {
  const { attack, urls } = scene;
  await atMost(ACT_MS, clickInFrame(scene));
  const first = await typed(scene);
  const stopped = () => paneState(scene, 0, urls.attack) === "stopped";
  if (scene.directUrl !== null) await visitDirectly(scene, scene.directUrl);
  if (await until(attack.waitMs ?? WAIT_MS, stopped)) await sleep(AFTERMATH_MS);
  if (first === TYPED) return { first, second: null };
  return { first, second: await typed(scene) };
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

/**
 * Shows one attack to a labeller and says what came of it.
 *
 * @throws {Error} when the harness failed: the page with its benign documents did not come up.
 */
export async function runOnFrame(
  labeller: LabellerBrowser,
  options: SceneOptions,
): Promise<{ facts: Facts; note: string }> {
  const scene = await openScene(labeller, options);
  try {
    order(scene, scene.urls.attack);
    await scene.page.goto(scene.app.origin, { waitUntil: "commit", timeout: SHOWN_MS });
    const siblingsReady = () => scene.urls.siblings.every((url, i) => paneState(scene, i + 1, url) === "ready");
    const started = await until(SHOWN_MS, siblingsReady);
    if (!started && !options.naive) throw new Error("the benign documents beside the attack did not start");
    const typing = await attackPhase(scene);
    const attackPane = facts(scene)?.panes[0];
    const benignAfter = await aftermath(scene);
    const since = performance.now();
    const alive = await until(1_500, () => (scene.app.latest()?.atMs ?? 0) > since);
    const observed = {
      watch: scene.watch,
      page: facts(scene),
      attackPane,
      strayRequests: scene.app.strayRequests,
      network: scene.traps.facts(),
      typed: TYPED,
      typing,
      benignAfter,
      alive,
      naive: options.naive,
    };
    return frameFacts(observed, options.attack.oracles);
  } finally {
    await scene.close();
  }
}
