import type { Source } from "#sandbox/contract.ts";
import { describe, expect, it } from "vitest";

import { rerender } from "./rerender.ts";

const seed = Uint8Array.of(7);

function rendered(content: string, entry: Source["entry"] = "index.html"): string {
  return rerender({ entry, files: [{ path: entry, content }] }, seed).files[0]?.content ?? "";
}

function page(css: string, body: string, script: string): string {
  return rendered(`<!doctype html><style>${css}</style>${body}<script>${script}</script>`);
}

describe("identifiers", () => {
  it("get new names where they are declared and used, the setter of a state along with it", () => {
    const code = rendered(
      "import { useState } from 'react'; export default function Board() { const [cards, setCards] = useState(0); return <p onClick={() => setCards(cards + 1)}>{cards}</p>; }",
      "index.tsx",
    );
    for (const name of ["cards", "setCards", "Board"]) expect(code).not.toContain(name);
    const [, state = "", setter = ""] = /const \[(\w+), (\w+)\] = useState/.exec(code) ?? [];
    expect(setter).toBe(`set${state.charAt(0).toUpperCase()}${state.slice(1)}`);
    expect(code).toContain(`${setter}(${state} + 1)`);
    expect(code).toMatch(/import \{ useState \} from ['"]react['"]/);
    expect(code).toContain("as default }");
  });

  it("keep the names of properties, which may be data", () => {
    const code = page(
      "",
      "<p></p>",
      "const count = 1; const state = { count, other: 2 }; send(state.count, state.other);",
    );
    expect(code).toContain("count:");
    expect(code).toContain(".count");
    expect(code).toContain(".other");
  });

  it("keep the names that markup calls", () => {
    const code = page("", '<button onclick="addRow()">a</button>', "function addRow() { tidy(); } function tidy() {}");
    expect(code).toContain("function addRow()");
    expect(code).not.toContain("function tidy()");
  });

  it("stay as they are when code reads names at run time", () => {
    expect(page("", "<p></p>", "const secret = 1; eval('secret');")).toContain("secret = 1");
  });
});

describe("classes and ids", () => {
  it("are renamed alike in the sheet, the markup and the script", () => {
    const code = page(
      ".card.zopen { color: red; } #zlist > .card { margin: 0; }",
      '<ul id="zlist" aria-labelledby="zhead"><li class="card zwide"></li></ul><h2 id="zhead">a</h2>',
      'const list = document.getElementById("zlist"); list.querySelector(".card").classList.add("zopen"); list.innerHTML = `<li class="card ${x ? "zopen" : ""}">card</li>`;',
    );
    for (const name of ["zopen", "zwide", "zlist", "zhead"]) expect(code).not.toContain(name);
    const [, id = "none"] = /<ul[^>]* id="([\w-]+)"/.exec(code) ?? [];
    expect(code).toContain(`#${id} >`);
    expect(code).toMatch(new RegExp(`getElementById\\(['"]${id}['"]\\)`));
    const [, card = "none"] = new RegExp(`#${id} > \\.([\\w-]+)`).exec(code) ?? [];
    expect(code).toMatch(new RegExp(`querySelector\\(['"]\\.${card}['"]\\)`));
    expect(code).toContain(`<li class="${card} \${`);
    expect(code).toContain(">card</li>");
  });

  it("follow through a function that hands the name on", () => {
    const code = page(
      ".znote { color: red; }",
      '<p id="ztotal"></p>',
      'const byId = (id) => document.getElementById(id); function make(tag, name) { const e = document.createElement(tag); if (name) e.className = name; return e; } byId("ztotal").append(make("li", "znote"));',
    );
    expect(code).not.toContain("ztotal");
    expect(code).not.toContain("znote");
  });

  it("stay when a string of unknown use could be one", () => {
    const code = page(".done { color: red; }", '<p class="done"></p>', 'const kinds = ["done"]; f(kinds);');
    expect(code).toContain(".done {");
    expect(code).toContain('class="done"');
  });

  it("stay when a part of the name is computed", () => {
    const code = page(".is-open, .other { color: red; }", "<p></p>", "p.className = `is-${state}`;");
    expect(code).toContain(".is-open");
    expect(code).not.toContain(".other");
  });

  it("stay when the script finds them as global variables", () => {
    expect(page("", '<p id="box"></p>', "box.focus();")).toContain('id="box"');
  });

  it("stay when the sheet selects by parts of names", () => {
    const code = page('[class*="col"] { color: red; } .col-1 { margin: 0; }', '<p class="col-1"></p>', "");
    expect(code).toContain('class="col-1"');
  });
});

describe("looks", () => {
  it("shift a colour by one step of one channel, the same wherever it stands, and leave white and black", () => {
    const code = page(
      ".a { color: #336699; background: #ffffff; } .b { color: #336699; border-color: #000000; }",
      "",
      "",
    );
    const colours = [...code.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour);
    const shifted = colours.filter((colour) => colour !== "#ffffff" && colour !== "#000000");
    expect(new Set(shifted).size).toBe(1);
    const channels = [1, 3, 5].map((at) => Number.parseInt((shifted[0] ?? "").slice(at, at + 2), 16));
    const steps = channels.map((channel, index) => Math.abs(channel - ([0x33, 0x66, 0x99][index] ?? 0)));
    expect(steps.toSorted()).toEqual([0, 0, 1]);
    expect(colours).toContain("#ffffff");
    expect(colours).toContain("#000000");
  });

  it("never touch a colour that is data: it may be shown or computed with", () => {
    const code = page("", "<p></p>", 'const swatches = [{ hex: "#336699" }]; f(swatches);');
    expect(code).toContain("#336699");
  });

  it("keep the width of a box whose padding they shift", () => {
    const code = page(".a { padding: 8px 12px; }", "", "");
    const [, top = "", right = "", bottom = "", left = ""] = /padding: ?(\S+) (\S+)px (\S+) (\S+)px/.exec(code) ?? [];
    expect([top, bottom]).toEqual(["8px", "8px"]);
    expect(Number(right) + Number(left)).toBeCloseTo(24, 9);
    expect(Math.abs(Number(right) - 12)).toBeLessThanOrEqual(0.4);
  });

  it("keep declarations that override each other in order", () => {
    for (let n = 0; n < 100; n += 1) {
      const content = "<style>.a { color: red; border: 0; border-color: blue; }</style>";
      const source = { entry: "index.html" as const, files: [{ path: "index.html", content }] };
      const code = rerender(source, Uint8Array.of(n)).files[0]?.content ?? "";
      expect(code.indexOf("border-color")).toBeGreaterThan(code.indexOf("border:"));
    }
  });
});
