import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { CheckStep } from "#sandbox/contract.ts";

import { openVerificationStage, pageWith } from "../testing/verification-stage.ts";
import type { VerificationStage } from "../testing/verification-stage.ts";

let stage: VerificationStage;
beforeAll(async () => {
  stage = await openVerificationStage();
}, 60_000);
afterAll(() => stage.close());

/** One control of every kind; what was done to it is written into the status line. */
const CONTROLS = pageWith(`
  <p role="status">nothing yet</p>
  <button id="b">Press me</button>
  <label>Name <input id="n" value="Ann" placeholder="Your name"></label>
  <label>Day <input id="day" type="date"></label>
  <label><input id="c" type="checkbox"> Agree</label>
  <label for="s">Size</label><select id="s"><option value="s">Small</option><option value="l">Large</option></select>
  <label for="r">Volume</label><input id="r" type="range" min="0" max="10" value="5">
  <div role="slider" tabindex="0" aria-label="Speed" aria-valuemin="0" aria-valuemax="100" aria-valuenow="20" id="v">Speed</div>
  <button aria-expanded="false" aria-pressed="false" id="t">Details</button>
  <button disabled>Closed</button>
  <input aria-label="Mail" aria-invalid="true">
  <canvas id="k" width="200" height="100"></canvas>
  <div id="drag" draggable="true">Parcel</div><div id="drop">Shelf</div>
  <div id="grip">Grip</div><div id="slot">Slot</div>
  <ul aria-label="Fruit"><li>Apple</li><li>Pear</li><li hidden>Plum</li></ul>
  <p id="late"></p>
  <script>
    const status = document.querySelector("[role=status]");
    const say = (text) => { status.textContent = text; };
    let clicks = 0;
    b.onclick = (e) => say("clicked " + ++clicks + (e.isTrusted ? "" : " by script"));
    b.ondblclick = () => say("double click");
    n.oninput = () => say("name " + n.value);
    n.onkeydown = (e) => { if (e.key === "Enter") say("entered " + n.value); };
    c.onchange = () => say("agreed " + c.checked);
    s.onchange = () => say("size " + s.value);
    r.oninput = () => say("volume " + r.value);
    v.onkeydown = (e) => { v.ariaValueNow = String(+v.ariaValueNow + (e.key === "ArrowRight" ? 5 : -5)); };
    t.onclick = () => { t.ariaExpanded = "true"; t.ariaPressed = "true"; setTimeout(() => { late.textContent = "Later"; }, 200); };
    const g = k.getContext("2d");
    k.onclick = (e) => { g.fillRect(e.offsetX, e.offsetY, 20, 20); say("canvas " + Math.round(e.offsetX) + "," + Math.round(e.offsetY)); };
    drag.ondragstart = (e) => e.dataTransfer.setData("text/plain", "parcel");
    drop.ondragover = (e) => e.preventDefault();
    drop.ondrop = (e) => say("dropped " + e.dataTransfer.getData("text/plain"));
    let held = false;
    grip.onpointerdown = () => { held = true; };
    addEventListener("pointerup", (e) => { if (held && e.target === slot) say("moved"); held = false; });
    addEventListener("keydown", (e) => { if (e.key === "z" && e.ctrlKey) say("undone"); });
  </script>`);

const STATUS = { role: "status" } as const;
const says = (contains: string): CheckStep => ({ do: "expectText", on: STATUS, contains });
const button = (name: string) => ({ role: "button", name });

/** Passing steps, and the message of the same check after one word of it has been made wrong. */
const CASES: Array<[name: string, steps: CheckStep[], wrong: CheckStep, message: RegExp]> = [
  [
    "click",
    [{ do: "click", on: button("Press me") }, says("clicked 1")],
    says("clicked 2"),
    /^step 3: expected text "clicked 2" in status within 600 ms: the text is "clicked 1"$/,
  ],
  [
    "click several times",
    [{ do: "click", on: button("Press me"), times: 3 }],
    says("clicked 4"),
    /the text is "clicked 3"/,
  ],
  [
    "click twice is a double click",
    [{ do: "click", on: button("Press me"), times: 2 }, says("double click")],
    says("clicked"),
    /double click/,
  ],
  [
    "type appends",
    [{ do: "type", on: { placeholder: "your name" }, text: " Lee é世!" }, says("name Ann Lee é世!")],
    says("name Ann!"),
    /Ann Lee/,
  ],
  [
    "type can replace",
    [
      { do: "type", on: { role: "textbox", name: "Name" }, text: "Bo", clear: true },
      { do: "expectValue", on: { placeholder: "Your name" }, equals: "Bo" },
    ],
    { do: "expectValue", on: { placeholder: "Your name" }, equals: "AnnBo" },
    /the value is "Bo"/,
  ],
  [
    "type into a date field",
    [{ do: "type", on: { name: "Day" }, text: "2031-05-17" }],
    { do: "expectValue", on: { name: "Day" }, equals: "2031-05-18" },
    /2031-05-17/,
  ],
  [
    "press on a target",
    [{ do: "press", key: "Enter", on: { placeholder: "name" } }, says("entered Ann")],
    says("entered Bo"),
    /entered Ann/,
  ],
  ["press a shortcut without a target", [{ do: "press", key: "Control+z" }, says("undone")], says("redone"), /undone/],
  [
    "select by text",
    [{ do: "select", on: { role: "combobox", name: "Size" }, option: "Large" }, says("size l")],
    { do: "select", on: { name: "Size" }, option: "Huge" },
    /has no option "Huge" but "Small", "Large"/,
  ],
  [
    "slide a range",
    [{ do: "slide", on: { role: "slider", name: "Volume" }, to: 9 }, says("volume 9")],
    { do: "slide", on: { name: "Volume" }, to: 14 },
    /it stands at 10|does not move/,
  ],
  [
    "slide a slider of the page's own",
    [{ do: "slide", on: { role: "slider", name: "Speed" }, to: 60 }],
    { do: "expectValue", on: { name: "Speed" }, equals: "65" },
    /"60"/,
  ],
  [
    "drag and drop of the platform",
    [{ do: "drag", from: { text: "Parcel" }, to: { text: "Shelf" } }, says("dropped parcel")],
    says("moved"),
    /dropped/,
  ],
  [
    "dragging with pointer events",
    [{ do: "drag", from: { text: "Grip" }, to: { text: "Slot" } }, says("moved")],
    says("dropped"),
    /moved/,
  ],
  [
    "clickAt",
    [{ do: "clickAt", on: { tag: "canvas" }, x: 0.5, y: 0.25 }, says("canvas 100,25")],
    says("canvas 1,1"),
    /canvas 100,25/,
  ],
  [
    "wait",
    [
      { do: "click", on: button("Details") },
      { do: "wait", ms: 300 },
      { do: "expectText", contains: "Later", withinMs: 0 },
    ],
    { do: "expectText", contains: "Never", withinMs: 0 },
    /expected text "Never"/,
  ],
  [
    "an expectation waits for what comes later",
    [
      { do: "click", on: button("Details") },
      { do: "expectText", contains: "Later" },
    ],
    { do: "expectText", contains: "Later", not: true },
    /it is there/,
  ],
  [
    "remember and expectChanged",
    [
      { do: "remember", on: STATUS, as: "before" },
      { do: "click", on: button("Press me") },
      { do: "expectChanged", on: STATUS, from: "before" },
    ],
    { do: "expectSame", on: STATUS, as: "before" },
    /it changed to "clicked 1"/,
  ],
  [
    "remember and expectSame",
    [
      { do: "remember", on: STATUS, as: "before" },
      { do: "expectSame", on: STATUS, as: "before" },
    ],
    { do: "expectChanged", on: STATUS, from: "before" },
    /it still is "nothing yet"/,
  ],
  [
    "expectVisible",
    [
      { do: "expectVisible", on: { text: "Apple" } },
      { do: "expectVisible", on: { text: "Plum" }, not: true },
    ],
    { do: "expectVisible", on: { text: "Plum" } },
    /no such element is visible/,
  ],
  [
    "expectCount",
    [{ do: "expectCount", on: { role: "listitem" }, equals: 2 }],
    { do: "expectCount", on: { role: "listitem" }, equals: 3 },
    /there are 2/,
  ],
  [
    "expectState checked",
    [
      { do: "click", on: { role: "checkbox", name: "Agree" } },
      { do: "expectState", on: { role: "checkbox" }, state: "checked" },
    ],
    { do: "expectState", on: { role: "checkbox" }, state: "checked", not: true },
    /it is checked/,
  ],
  [
    "expectState disabled",
    [{ do: "expectState", on: button("Closed"), state: "disabled" }],
    { do: "expectState", on: button("Press"), state: "disabled" },
    /it is not disabled/,
  ],
  [
    "expectState focused",
    [
      { do: "click", on: { placeholder: "name" } },
      { do: "expectState", on: { placeholder: "name" }, state: "focused" },
    ],
    { do: "expectState", on: { name: "Mail" }, state: "focused" },
    /it is not focused/,
  ],
  [
    "expectState expanded and pressed",
    [
      { do: "click", on: button("Details") },
      { do: "expectState", on: button("Details"), state: "expanded" },
      { do: "expectState", on: button("Details"), state: "pressed" },
    ],
    { do: "expectState", on: button("Press me"), state: "pressed" },
    /it is not pressed/,
  ],
  [
    "expectState invalid",
    [{ do: "expectState", on: { name: "Mail" }, state: "invalid" }],
    { do: "expectState", on: { placeholder: "name" }, state: "invalid" },
    /it is not invalid/,
  ],
  [
    "expectPaint",
    [
      { do: "expectPaint", on: { tag: "canvas" }, not: true },
      { do: "clickAt", on: { tag: "canvas" }, x: 0.5, y: 0.5 },
      { do: "expectPaint", on: { tag: "canvas" } },
      { do: "expectPaint", on: { tag: "canvas" }, not: true },
    ],
    { do: "expectPaint", on: { tag: "canvas" } },
    /it did not change/,
  ],
];

describe("every kind of step does what it says, and says what went wrong", () => {
  test.each(CASES)("%s", async (_name, steps, wrong, message) => {
    const [right, failing] = await Promise.all([
      stage.check(CONTROLS, steps),
      stage.check(CONTROLS, [...steps, wrong]),
    ]);
    expect(right).toBeNull();
    expect(failing).toMatch(message);
    expect(failing).toMatch(new RegExp(`^step ${steps.length + 1}: `));
  });
});

test("every check starts on a freshly loaded document", async () => {
  const click = { do: "click", on: button("Press me") } as const;
  const check = (id: string, steps: CheckStep[]) => ({ id, says: "A click counts", weight: 1, steps });
  const checks = [
    check("first", [click, says("clicked 1")]),
    check("second", [says("nothing yet"), click, says("clicked 1")]),
  ];
  const { signals } = await stage.verify(CONTROLS, { checks });
  expect(signals?.checks.map(({ passed }) => passed)).toEqual([true, true]);
});

test("an expectation that holds costs no waiting", async () => {
  const steps = Array.from({ length: 40 }, () => says("nothing"));
  const started = performance.now();
  expect(await stage.check(CONTROLS, steps)).toBeNull();
  // Forty expectations of up to 600 ms; even on a busy machine everything else takes less than a fifth of that.
  expect(performance.now() - started).toBeLessThan(6_000);
});
