import { z } from "zod";

import type { DocumentFrame } from "../document-frame.ts";
import type { HostPage } from "../host-page.ts";
import type { KeyPress } from "./keys.ts";
import { keyByName, keyForCharacter } from "./keys.ts";

/**
 * Real input events, as the browser gets them from a mouse and a keyboard. Events are sent without
 * waiting for one another (the browser keeps their order); only the last one of a gesture is awaited, which
 * means that the page has handled all of them.
 */
export type Point = { readonly x: number; readonly y: number };

const CONTROL = 2;
/** Native drag and drop begins after a few pixels of movement; libraries want up to ten. */
const DRAG_MOVES = 8;
const DRAG_START_MS = 60;

const dragSchema = z.object({ data: z.record(z.string(), z.unknown()) });

export class Input {
  private readonly host: HostPage;
  private readonly frame: DocumentFrame;

  constructor(host: HostPage, frame: DocumentFrame) {
    this.host = host;
    this.frame = frame;
  }

  private mouse(type: string, at: Point, extra: Record<string, unknown> = {}): Promise<unknown> {
    return this.frame.ask("Input.dispatchMouseEvent", { type, ...at, ...extra });
  }

  /** The pointer leaves whatever it was over in the check before. */
  async rest(): Promise<void> {
    await this.mouse("mouseMoved", { x: 0, y: 0 });
  }

  /** @param count 2 for the second click of a double click, as the browser counts them. */
  async click(at: Point, count = 1): Promise<void> {
    const button = { button: "left", clickCount: count };
    await Promise.all([
      this.mouse("mouseMoved", at),
      this.mouse("mousePressed", at, { ...button, buttons: 1 }),
      this.mouse("mouseReleased", at, button),
    ]);
  }

  private async key(press: KeyPress, commands: readonly string[] = []): Promise<void> {
    const { key, code, keyCode, text, modifiers } = press;
    const common = { key, code, windowsVirtualKeyCode: keyCode, nativeVirtualKeyCode: keyCode, modifiers };
    const down = {
      type: text ? "keyDown" : "rawKeyDown",
      ...common,
      commands,
      ...(text ? { text, unmodifiedText: text } : {}),
    };
    await Promise.all([
      this.frame.ask("Input.dispatchKeyEvent", down),
      this.frame.ask("Input.dispatchKeyEvent", { type: "keyUp", ...common }),
    ]);
  }

  /** @returns false when no key has that name. */
  async press(name: string, times = 1): Promise<boolean> {
    const press = keyByName(name);
    if (!press) return false;
    // Editing shortcuts are commands of the platform's menu, which a headless browser does not have.
    const selectsAll = press.code === "KeyA" && press.modifiers === CONTROL;
    const commands = selectsAll ? ["selectAll"] : [];
    await Promise.all(Array.from({ length: times }, () => this.key(press, commands)));
    return true;
  }

  async type(text: string): Promise<void> {
    await Promise.all(
      Array.from(text, (character) => {
        const press = keyForCharacter(character);
        return press ? this.key(press) : this.frame.ask("Input.insertText", { text: character });
      }),
    );
  }

  async clearField(): Promise<void> {
    await this.press("Control+a");
    await this.press("Backspace");
  }

  /**
   * Presses at one point, moves, releases at the other. Where the page starts a native drag, the browser
   * hands it to us (a real one needs a desktop) and the rest is sent as drag events.
   */
  async drag(from: Point, to: Point): Promise<void> {
    const { page } = this.host;
    let native: Record<string, unknown> | null = null;
    page.on("Input.dragIntercepted", (params) => {
      native = dragSchema.parse(params).data;
    });
    await page.send("Input.setInterceptDrags", { enabled: true });
    const held = { button: "left", buttons: 1 };
    const along = (share: number): Point => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    });
    try {
      await this.mouse("mouseMoved", from);
      await this.mouse("mousePressed", from, { ...held, clickCount: 1 });
      for (let move = 1; move <= DRAG_MOVES && native === null; move += 1) {
        // Sent without waiting: the answer to the move that starts a native drag comes only after its end.
        void this.mouse("mouseMoved", along(move / DRAG_MOVES), held).catch(() => {});
        await this.frame.probe("nextFrame", []);
        if (move === 2) await new Promise((resolve) => setTimeout(resolve, DRAG_START_MS));
      }
      if (native !== null) {
        for (const type of ["dragEnter", "dragOver", "drop"]) {
          await page.send("Input.dispatchDragEvent", { type, ...to, data: native });
          await this.frame.probe("nextFrame", []);
        }
      } else {
        await this.mouse("mouseMoved", to, held);
        await this.frame.probe("nextFrame", []);
      }
      await this.mouse("mouseReleased", to, { button: "left", clickCount: 1 });
    } finally {
      page.off("Input.dragIntercepted");
      page.post("Input.setInterceptDrags", { enabled: false });
    }
  }
}
