import type { Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { frameMessageSchema } from "#sandbox/contract.ts";

import { uncheckedHtmlDocument } from "#sandbox/documents/html-document.ts";

import { openStage } from "./testing/framed-document.ts";
import type { Stage } from "./testing/framed-document.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

/** What the frame has said through its port, as the contract reads it. */
async function said(page: Page) {
  const messages: unknown = await page.evaluate("fromPort.map((one) => one.data)");
  return frameMessageSchema.array().parse(messages);
}

/** What the runner reads from its binding. */
const reportSchema = z.strictObject({ t: z.literal("error"), text: z.string() });

/** Stands in for the runner's binding: a function on the global object that no script of the document can replace. */
async function withBinding(page: Page): Promise<void> {
  await page.addInitScript(
    `{ const tell = parent.postMessage.bind(parent); globalThis.__dojoReport = (json) => tell({ report: json }, "*"); }`,
  );
}

async function pingUntil(page: Page, condition: string): Promise<void> {
  // The page's own rhythm: the frame answers pings and adds its counters to them.
  await page.evaluate("window.pinging = setInterval(() => ping(0, 1), 100)");
  await page.waitForFunction(condition);
  await page.evaluate("clearInterval(window.pinging)");
}

describe("handshake", () => {
  test("the frame greets once, without information, and proves the nonce through the port", async () => {
    const { page } = await stage.showHtml("<p>hello");
    expect(await page.evaluate("fromWindow")).toEqual([{ index: 0, data: { k: "dojo:hello", v: 1 }, origin: "null" }]);
    expect(await said(page)).toEqual([{ k: "ready", nonce: "nonce-0" }]);
    await page.evaluate("ping(0, 41)");
    await page.waitForFunction("fromPort.length === 2");
    expect((await said(page))[1]).toEqual({ k: "pong", n: 41 });
    await page.context().close();
  });

  test("the greeting names the application as its only reader", async () => {
    const { frame, page } = await stage.showHtml(
      "<script>window.origins = location.ancestorOrigins && [...location.ancestorOrigins]</script>",
    );
    expect(await frame.evaluate("origins")).toEqual([new URL(page.url()).origin]);
    await page.context().close();
  });

  test("a malformed ping is not answered", async () => {
    const { page } = await stage.showHtml("<p>hello");
    await page.evaluate(`for (const n of [-1, 0.5, 1e10, NaN, "1", null, {}]) ports[0].postMessage({ k: "ping", n });
      ports[0].postMessage(null); ports[0].postMessage({ k: "pong", n: 1 }); ping(0, 7)`);
    await page.waitForFunction(`fromPort.some((one) => one.data.n === 7)`);
    expect(await said(page)).toEqual([
      { k: "ready", nonce: "nonce-0" },
      { k: "pong", n: 7 },
    ]);
    await page.context().close();
  });

  test("the document sees neither the page's answer nor messages of its siblings, and still hears itself", async () => {
    const listener = `<script>window.heard = []; addEventListener("message", (e) => heard.push(e.data), true); onmessage = (e) => heard.push(e.data); postMessage("to myself", "*");</script>`;
    const sender = `<script>setInterval(() => { for (let i = 0; i < parent.length; i++) parent[i].postMessage("from a sibling", "*"); parent.postMessage("sent", "*"); }, 10)</script>`;
    const hashes = await Promise.all(
      [listener, sender].map((html) => stage.objects.put(new TextEncoder().encode(uncheckedHtmlDocument(html)))),
    );
    const [listening] = await stage.show(hashes);
    if (!listening) throw new Error("nothing was shown");
    // The page is told of each round: after twenty the first ones have long arrived at the sibling too.
    await listening.page.waitForFunction("fromWindow.filter((one) => one.data === 'sent').length >= 20");
    expect(await listening.frame.evaluate("heard")).toEqual(["to myself", "to myself"]);
    await listening.page.context().close();
  });
});

describe("a document that tampers with everything", () => {
  /** Every way we know to be called with the event, the port, the nonce or a report. */
  const TAMPER = `<script>
    let stolen = "";
    const tell = parent.postMessage.bind(parent);
    setTimeout(() => tell({ loot: stolen }, "*"), 500);
    const { apply } = Reflect;
    const tagOf = Object.prototype.toString;
    const take = (what, value) => {
      const loot = typeof value === "string" ? value : apply(tagOf, value, []);
      if (/nonce-|Message(Port|Event)|"t":/.test(loot)) stolen += what + " got " + loot + "; ";
    };
    const catchall = (name) => function () { take(name, this); for (let i = 0; i < arguments.length; i++) take(name, arguments[i]); };
    for (const name of ["postMessage", "start", "addEventListener", "close"]) MessagePort.prototype[name] = catchall("port." + name);
    Object.defineProperty(MessagePort.prototype, "onmessage", { set: catchall("onmessage"), get: catchall("onmessage") });
    for (const name of ["data", "ports", "source", "origin"]) Object.defineProperty(MessageEvent.prototype, name, { get() { take("event." + name, this); } });
    for (const name of ["type", "target", "currentTarget", "isTrusted", "composedPath", "stopImmediatePropagation"]) Object.defineProperty(Event.prototype, name, { get() { take("event." + name, this); return () => {}; }, configurable: true });
    EventTarget.prototype.addEventListener = catchall("addEventListener");
    window.MessagePort = class { static [Symbol.hasInstance](value) { take("instanceof", value); return true; } };
    window.ErrorEvent = class { static [Symbol.hasInstance](value) { return false; } };
    window.performance.now = catchall("now");
    Number.isInteger = () => false;
    JSON.stringify = () => "{}";
    String.prototype.slice = catchall("slice");
    Function.prototype.call = Function.prototype.apply = Function.prototype.bind = catchall("call");
    Reflect.apply = Reflect.get = catchall("reflect");
    Object.prototype.hasOwnProperty = () => false;
    Object.hasOwn = () => false;
    for (const name of ["push", "slice", "map", "join", "includes", "forEach"]) Array.prototype[name] = catchall("array." + name);
    for (const name of ["k", "n", "nonce", "next", "message", "0", "toJSON", "level", "text", "pointer"]) {
      Object.defineProperty(Object.prototype, name, { get() { take("getter " + name, this); }, set(value) { take("setter " + name, value); }, configurable: true });
    }
    window.onerror = () => true;
    window.onunhandledrejection = (event) => event.preventDefault();
    Array.prototype[Symbol.iterator] = catchall("iterator");
    for (let id = 2; id < 1000; id++) { clearTimeout(id); clearInterval(id); }
  </script>
  <script>throw new Error("hidden one")</script>
  <script>Promise.reject(new Error("hidden two"))</script>
  <script>console.error("hidden three")</script>
  <p>hello`;

  test("gets hold of nothing, and answers as if it had not tried", async () => {
    const { page } = await stage.showHtml(TAMPER);
    await page.evaluate("ping(0, 5)");
    await page.waitForFunction("fromPort.some((one) => one.data.k === 'pong')");
    const messages = await said(page);
    expect(messages[0]).toEqual({ k: "ready", nonce: "nonce-0" });
    expect(messages).toContainEqual({ k: "pong", n: 5 });
    // The document says itself what it got: a debugger's own code would stumble over its traps.
    await page.waitForFunction("fromWindow.some((one) => one.data.loot !== undefined)");
    expect(await page.evaluate("fromWindow.flatMap((one) => one.data.loot ?? [])")).toEqual([""]);
    await page.context().close();
  });

  test("hides none of its errors from the page or from the verification runner", async () => {
    const { page } = await stage.showHtml(TAMPER, withBinding);
    await pingUntil(page, "fromPort.some((one) => one.data.k === 'ev' && one.data.errors >= 3)");
    const logs = (await said(page)).flatMap((message) => (message.k === "log" ? [message.text] : []));
    const expected = [
      "Uncaught Error: hidden one",
      "console.error: hidden three",
      "Unhandled rejection: Error: hidden two",
    ];
    expect(logs).toEqual(expect.arrayContaining(expected));
    const reports: unknown = await page.evaluate("fromWindow.flatMap((one) => one.data.report ?? [])");
    const texts = z
      .array(z.string())
      .parse(reports)
      .map((json) => reportSchema.parse(JSON.parse(json)).text);
    expect(texts.toSorted()).toEqual(expected.toSorted());
    await page.context().close();
  });
});

describe("what the document finds", () => {
  test("no trace of the verification runner's binding", async () => {
    const { frame, page } = await stage.showHtml(
      "<script>window.seen = ['__dojoReport' in globalThis, Object.getOwnPropertyNames(globalThis).includes('__dojoReport')]</script>",
      withBinding,
    );
    expect(await frame.evaluate("seen")).toEqual([false, false]);
    await page.context().close();
  });

  test("storage and cookies that work and last as long as the document", async () => {
    const { frame, page } = await stage.showHtml("<p>hello");
    const found: unknown = await frame.evaluate(`(() => {
      localStorage.setItem("a", 1);
      localStorage.b = "two";
      sessionStorage.setItem("c", "3");
      document.cookie = "theme=dark; path=/; max-age=3600";
      document.cookie = "gone=1";
      document.cookie = "gone=; expires=Thu, 01 Jan 1970 00:00:00 GMT";
      let quota = "none";
      try { localStorage.setItem("big", "x".repeat(6e6)); } catch (error) { quota = error.name; }
      const before = [localStorage.getItem("a"), localStorage.b, localStorage.length, localStorage.key(0), Object.keys(localStorage), JSON.stringify(localStorage), "a" in localStorage, localStorage.getItem("none"), localStorage.none, localStorage instanceof Storage, sessionStorage.length];
      delete localStorage.a;
      localStorage.removeItem("b");
      const after = localStorage.length;
      sessionStorage.clear();
      return { before, after, cleared: sessionStorage.length, cookie: document.cookie, quota };
    })()`);
    expect(found).toEqual({
      before: ["1", "two", 2, "a", ["a", "b"], '{"a":"1","b":"two"}', true, null, undefined, true, 1],
      after: 0,
      cleared: 0,
      cookie: "theme=dark",
      quota: "QuotaExceededError",
    });
    await page.context().close();
  });

  test("dialogs that are answered at once, and told to the page", async () => {
    const { frame, page } = await stage.showHtml("<p>hello");
    expect(
      await frame.evaluate(
        `[alert("saved"), confirm("sure?"), prompt("name?", "Ada"), prompt("name?"), print()].map(String)`,
      ),
    ).toEqual(["undefined", "true", "Ada", "", "undefined"]);
    await page.waitForFunction("fromPort.length === 5");
    expect((await said(page)).slice(1, 3)).toEqual([
      { k: "log", level: "warn", text: "alert: saved" },
      { k: "log", level: "warn", text: "confirm: sure?" },
    ]);
    await page.context().close();
  });

  test("a history of its own that leaves the page's alone", async () => {
    const { frame, page } = await stage.showHtml("<p>hello");
    const before: unknown = await page.evaluate("history.length");
    const inside: unknown = await frame.evaluate(`(() => {
      for (let i = 0; i < 60; i++) history.pushState({ i }, "", "/route/" + i);
      history.pushState(null, "", "https://elsewhere.example/");
      const state = [location.pathname, history.state && history.state.i];
      history.back(); history.go(-5); history.forward();
      return state;
    })()`);
    expect(inside).toEqual(["/route/59", 59]);
    await page.evaluate("ping(0, 1)");
    await page.waitForFunction("fromPort.some((one) => one.data.k === 'pong')");
    expect(await page.evaluate("history.length")).toBe(before);
    expect(await page.evaluate("document.querySelector('iframe').loads")).toBe(1);
    await page.context().close();
  });

  test("no gamepads, and no peer connections", async () => {
    const { frame, page } = await stage.showHtml("<p>hello");
    expect(await frame.evaluate("[navigator.getGamepads(), typeof RTCPeerConnection]")).toEqual([[], "undefined"]);
    await page.context().close();
  });
});

describe("what a person does in the frame", () => {
  test("is counted when it is real, and not when the document makes it up", async () => {
    const { frame, page } = await stage.showHtml(`<button>press</button><input><script>
      for (let i = 0; i < 500; i++) {
        for (const type of ["pointerdown", "keydown", "wheel", "touchmove"]) document.body.dispatchEvent(new Event(type, { bubbles: true }));
      }
      scrollTo(0, 1);
    </script>`);
    await frame.click("button");
    await frame.focus("input");
    await page.keyboard.type("abc");
    await pingUntil(page, "fromPort.some((one) => one.data.k === 'ev' && one.data.key >= 3)");
    const [counted] = (await said(page)).filter((message) => message.k === "ev").slice(-1);
    expect(counted).toEqual({ k: "ev", pointer: 1, key: 3, scroll: 0, errors: 0 });
    await page.context().close();
  });

  test("Esc and F6 hand the keyboard back even where the document swallows every key", async () => {
    const { frame, page } = await stage.showHtml(
      `<input><script>addEventListener("keydown", (e) => { e.preventDefault(); e.stopImmediatePropagation(); }, true)</script>`,
    );
    await frame.focus("input");
    await page.keyboard.press("Escape");
    await page.keyboard.press("F6");
    await page.keyboard.press("a");
    await page.waitForFunction("fromPort.filter((one) => one.data.k === 'leave').length === 2");
    await page.context().close();
  });

  test("a click on a link stays in the document, and reaches links that the document handles itself", async () => {
    const { frame, page } = await stage.showHtml(
      `<a id="out" href="https://elsewhere.example/">out</a> <a id="rel" href="/about">rel</a> <a id="hash" href="#below">hash</a>
       <form><button id="send">send</button></form><p id="below">below</p>
       <script>window.prevented = []; document.addEventListener("click", (e) => prevented.push(e.defaultPrevented))</script>`,
    );
    for (const id of ["out", "rel", "hash", "send"]) await frame.click(`#${id}`);
    expect(await frame.evaluate("location.hash")).toBe("#below");
    expect(await frame.evaluate("prevented")).toEqual([false, false, false, false]);
    expect(await page.evaluate("document.querySelector('iframe').loads")).toBe(1);
    await page.context().close();
  });
});
