import { setTimeout as sleep } from "node:timers/promises";

import type { Page } from "@playwright/test";

import { LAYOUT } from "./page-facts.ts";
import type { Scene } from "./scene.ts";
import { atMost } from "./waiting.ts";

/** What a labeller does with pointer and keys, as close to hands as automation comes. */
const KEY_MS = 40;
const KEY_MAX_MS = 400;
/** Keys before the pointer goes to rest over the frame. */
const HOVER_AFTER = 5;
const TRAVEL_MS = 80;
/** Nothing that is asked of a page with a hanging frame in it may keep the harness. */
export const ACT_MS = 4_000;
/** Shorter than `ACT_MS`: an act that is given up must not come back later and disturb the next one. */
const FIND_MS = 3_000;

type Point = { readonly x: number; readonly y: number };
const { field, panes, benignField } = LAYOUT;
const MIDDLE_OF_FRAME: Point = { x: panes.x + panes.width / 2, y: panes.y + panes.height / 2 };
const MIDDLE_OF_FIELD: Point = { x: field.x + 20, y: field.y + field.height / 2 };
const MIDDLE_OF_SIBLING_FIELD: Point = {
  x: panes.x + panes.width + benignField.x + 20,
  y: panes.y + benignField.y + benignField.height / 2,
};

/**
 * Moves the pointer as a hand does, over the rim of the pane it ends in. Automation hands events to
 * the process of the frame and leaves the page out, so only on the rim does the page learn what every
 * browser tells it when the pointer really moves: that it is over that pane now.
 */
async function moveTo(page: Page, point: Point): Promise<void> {
  const { x, y, width, height } = panes;
  if (point.y > y) {
    const column = Math.floor((point.x - x) / width);
    const row = Math.floor((point.y - y) / height);
    await page.mouse.move(x + column * width + 1, y + row * height + 1);
    await sleep(TRAVEL_MS);
  }
  await page.mouse.move(point.x, point.y);
}

async function click(scene: Scene): Promise<void> {
  const { page, attack } = scene;
  const frame = page.frameLocator('section[data-pane="0"] iframe');
  const box = attack.click === undefined ? null : await frame.locator(attack.click).boundingBox({ timeout: FIND_MS });
  const point = box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : MIDDLE_OF_FRAME;
  await moveTo(page, point);
  await sleep(TRAVEL_MS);
  await page.mouse.click(point.x, point.y);
}

/** A labeller clicks in the interface. */
export function clickInFrame(scene: Scene): Promise<void> {
  return atMost(ACT_MS, click(scene));
}

/** Automation of Firefox types into the page only: a frame of another process gets no key. */
export function canType({ attack, browserName }: Scene): boolean {
  return attack.typeIn === "page" || browserName !== "firefox";
}

async function write(scene: Scene, text: string): Promise<void> {
  const { page, attack } = scene;
  const place = attack.typeIn === "sibling" ? MIDDLE_OF_SIBLING_FIELD : MIDDLE_OF_FIELD;
  await moveTo(page, place);
  await sleep(TRAVEL_MS);
  await page.mouse.click(place.x, place.y);
  for (const [index, key] of [...text].entries()) {
    if (attack.hover && index === HOVER_AFTER) await moveTo(page, MIDDLE_OF_FRAME);
    // A key that is under way to a frame when that is removed is never confirmed; fingers do not wait for that.
    await atMost(KEY_MAX_MS, page.keyboard.type(key));
    await sleep(KEY_MS);
  }
}

/** A labeller writes a note; with `hover`, the pointer comes to rest over the interface meanwhile. */
export function writeNote(scene: Scene, text: string): Promise<void> {
  return atMost(text.length * KEY_MAX_MS + ACT_MS, write(scene, text));
}
