import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Verdict } from "#sandbox/contract.ts";

import { openVerificationStage, pageWith } from "./testing/verification-stage.ts";
import type { VerificationStage } from "./testing/verification-stage.ts";

let stage: VerificationStage;
beforeAll(async () => {
  stage = await openVerificationStage({ concurrency: 1 });
}, 60_000);
afterAll(() => stage.close());

function script(code: string): string {
  return pageWith(`<button>Go</button><script>${code}</script>`);
}

const CLICK = [
  { id: "go", says: "The button can be clicked", weight: 1, steps: [{ do: "click" as const, on: { text: "Go" } }] },
];

/** A harmless page is judged as such, with everything the signals promise. */
async function expectHarmlessPasses(): Promise<void> {
  const verification = await stage.verify(pageWith("<button>Go</button>"), { checks: CLICK });
  expect(verification).toMatchObject({
    verdict: "pass",
    reason: null,
    signals: { errors: [], checks: [{ id: "go", passed: true, message: null }] },
  });
}

describe("each verdict, and the next document is judged as if nothing had happened", () => {
  const cases: Array<[name: string, verdict: Verdict, html: string]> = [
    ["an endless loop in the first script", "unresponsive", script("for (;;);")],
    ["an endless loop later", "unresponsive", script("setTimeout(() => { for (;;); }, 200)")],
    ["an endless loop at a click", "unresponsive", script("onclick = () => { for (;;); }")],
    ["an endless chain of microtasks", "unresponsive", script("(async () => { for (;;) await 0; })()")],
    [
      "memory outside of the JavaScript heap",
      "over-limit",
      script(
        "const kept = []; (function grow() { const b = new Uint8Array(1 << 28); b.fill(1); kept.push(b); setTimeout(grow, 20); })()",
      ),
    ],
    [
      "a console flood",
      "over-limit",
      script("setInterval(() => { for (let i = 0; i < 2000; i++) console.log(i); }, 1)"),
    ],
    [
      "a flood of exceptions",
      "over-limit",
      script(
        "setInterval(() => { for (let i = 0; i < 500; i++) setTimeout(() => { throw new Error('e' + i); }); }, 1)",
      ),
    ],
    [
      "a flood of messages to the page around it",
      "over-limit",
      script(
        "setInterval(() => { const end = performance.now() + 15; while (performance.now() < end) parent.postMessage(0, '*'); }, 0)",
      ),
    ],
    [
      "more elements than a page needs",
      "over-limit",
      script("for (let i = 0; i < 25000; i++) document.body.append(document.createElement('i'))"),
    ],
    [
      "a bomb of frames",
      "over-limit",
      script("for (let i = 0; i < 60; i++) document.body.append(document.createElement('iframe'))"),
    ],
    ["leaving at once", "navigated", script("location = 'https://example.com/?data'")],
    ["leaving later", "navigated", script("setTimeout(() => { location = 'https://example.com/?data'; }, 100)")],
    [
      "leaving by meta refresh",
      "navigated",
      pageWith("", `<meta http-equiv="refresh" content="0;url=https://example.com/">`),
    ],
    ["reloading itself", "navigated", script("setTimeout(() => location.reload(), 50)")],
    [
      "leaving for a document of its own making",
      "navigated",
      script("location = URL.createObjectURL(new Blob(['x'], { type: 'text/html' }))"),
    ],
    ["nothing to see", "blank", pageWith("").replace(/<h1>.*<\/h1>/, "")],
  ];
  test.each(cases)("%s: %s", async (_name, verdict, html) => {
    const verification = await stage.verify(html, { checks: CLICK, wallMs: 15_000 });
    expect(verification.reason).toMatch(/\.$/);
    expect(verification.verdict).toBe(verdict);
    expect(verification.wallMs).toBeLessThan(10_000);
    await expectHarmlessPasses();
  });
});

describe("harmless by comparison", () => {
  test("elements that take the names of what a script would call do not mislead the probe", async () => {
    const names = ["body", "documentElement", "fonts", "getAnimations", "querySelectorAll", "getElementsByTagName"];
    const forms = names.map((name) => `<form name="${name}"><input name="children"><input name="innerText"></form>`);
    const { verdict, signals } = await stage.verify(pageWith(`<button>Go</button>${forms.join("")}`), {
      checks: CLICK,
    });
    expect({ verdict, passed: signals?.checks[0]?.passed }).toEqual({ verdict: "pass", passed: true });
  });

  test.each([
    ["a storm of dialogs", "setInterval(() => { alert('a'); confirm('b'); prompt('c'); }, 20)"],
    ["debugger statements", "setInterval(() => { debugger; }, 20)"],
    [
      "a fragment and history entries of its own",
      "location.hash = 'a'; history.pushState(0, '', '/x'); history.back()",
    ],
    ["an attempt on the top page", "try { top.location = 'https://example.com'; } catch {}"],
  ])("%s does not end a document", async (_name, code) => {
    expect(await stage.verify(script(code), { checks: CLICK })).toMatchObject({ verdict: "pass" });
  });
});

test("a renderer that dies is a crash, and none of the sandbox", async () => {
  // The only way to a crash that every Chromium has: running out of its own heap while it cannot collect anything.
  const code = "const kept = []; setTimeout(() => { for (;;) kept.push(new Array(1e6).fill(Math.random())); }, 50)";
  const { verdict } = await stage.verify(script(code), { wallMs: 15_000 });
  expect(["crashed", "over-limit", "unresponsive"]).toContain(verdict);
  await expectHarmlessPasses();
});

describe("errors", () => {
  const HIDDEN = script(
    `onerror = () => true; addEventListener("error", (e) => e.stopImmediatePropagation(), true);
     addEventListener("unhandledrejection", (e) => e.preventDefault());
     console.error = () => {}; window.reportError = () => {};
     setTimeout(() => { throw new RangeError("hidden one"); }, 10); Promise.reject(new TypeError("hidden two"));`,
  );

  test("that a page hides from the browser are reported all the same", async () => {
    const { signals } = await stage.verify(HIDDEN);
    expect(signals?.errors.join("\n")).toMatch(/hidden one/);
    expect(signals?.errors.join("\n")).toMatch(/hidden two/);
  });

  test("are counted once, whoever reports them", async () => {
    const { signals } = await stage.verify(
      script(
        `console.error("said once"); Promise.reject(new Error("rejected once")); throw new TypeError("thrown once");`,
      ),
    );
    expect(signals?.errors).toHaveLength(3);
  });

  test("that only an interaction brings about are among them", async () => {
    const { signals } = await stage.verify(script(`onclick = () => { throw new Error("late"); }`), { checks: CLICK });
    expect(signals?.errors).toEqual([expect.stringMatching(/late/)]);
  });
});

describe("measurements", () => {
  test("overflow is what can be scrolled to sideways, at each width", async () => {
    const wide = pageWith(
      `<div style="width:900px;height:20px;background:#eee"></div>`,
      "<style>body{margin:0}</style>",
    );
    const { signals } = await stage.verify(wide, { viewports: [375, 768, 1280] });
    expect(signals?.overflowPx).toEqual({ 375: 525, 768: 132, 1280: 0 });
  });

  test("what a page cuts off itself is no overflow", async () => {
    const cut = pageWith(`<div style="width:900px">wide</div>`, "<style>body{overflow-x:hidden}</style>");
    const { signals } = await stage.verify(cut, { viewports: [375] });
    expect(signals?.overflowPx).toEqual({ 375: 0 });
  });

  test("a page that works in the background is told from one that does not", async () => {
    const busy = script(
      "(function spin() { const end = performance.now() + 14; while (performance.now() < end); requestAnimationFrame(spin); })()",
    );
    const [miner, idle] = [await stage.verify(busy), await stage.verify(pageWith("<button>Go</button>"))];
    // How much a page gets depends on who else uses the machine: what tells them apart is the ratio.
    expect(miner.signals?.idleCpu).toBeGreaterThan(5 * (idle.signals?.idleCpu ?? 1));
  });

  test("axe finds what it should, and only when it is asked", async () => {
    const html = pageWith(
      `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="color:#ccc">pale</p><input>`,
    );
    const { signals } = await stage.verify(html, { axe: true });
    expect(signals?.axe.map(({ id }) => id).toSorted()).toEqual(["color-contrast", "image-alt", "label"]);
    expect((await stage.verify(html)).signals?.axe).toEqual([]);
  });

  test("screenshots are stored, repeat exactly, and tell a changed page from the same one", async () => {
    const page = (colour: string) => pageWith(`<p>Some text</p><div style="height:300px;background:${colour}"></div>`);
    const first = await stage.verify(page("#cde"), { viewports: [375, 768, 1280] });
    const shots = first.signals?.screenshots ?? {};
    const compareWith = { 375: shots["375"] ?? "", 768: shots["768"] ?? "", 1280: shots["1280"] ?? "" };
    const png = await stage.objects.get(compareWith[375]);
    expect(png && Buffer.from(png).subarray(1, 4).toString()).toBe("PNG");

    const again = await stage.verify(page("#cde"), { viewports: [375, 1280], compareWith });
    expect(again.signals?.difference).toEqual({ 375: 0, 1280: 0 });
    expect(again.signals?.screenshots).toEqual({ 375: shots["375"], 1280: shots["1280"] });
    const changed = await stage.verify(page("#a33"), { viewports: [375, 1280], compareWith });
    expect(changed.signals?.difference["1280"]).toBeGreaterThan(0.2);
  });
});

test("the verifier says nothing that a labeller's browser would not say", async () => {
  // After two pictures: in any browser a frame's process may hear of its window only after its first script.
  const { signals } = await stage.verify(
    script(`requestAnimationFrame(() => requestAnimationFrame(() => console.error([navigator.webdriver, /headless/i.test(navigator.userAgent),
      /headless/i.test(JSON.stringify(navigator.userAgentData ?? 0)), outerWidth === 0, self === top, location.ancestorOrigins[0],
      matchMedia("(hover: hover)").matches, typeof __dojoReport].join())))`),
  );
  expect(signals?.errors).toEqual(["false,false,false,false,false,http://localhost:3000,true,undefined"]);
});

describe("faults of the sandbox", () => {
  test("a document that is not in the store", async () => {
    const verification = await stage.verifier.verify({ documentHash: "0".repeat(64) });
    expect(verification).toMatchObject({
      verdict: "sandbox-fault",
      reason: "The object store does not have this document.",
    });
  });
});
