import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { CheckStep } from "#sandbox/contract.ts";

import { openVerificationStage, pageWith } from "../testing/verification-stage.ts";
import type { VerificationStage } from "../testing/verification-stage.ts";

let stage: VerificationStage;
beforeAll(async () => {
  stage = await openVerificationStage();
}, 60_000);
afterAll(() => stage.close());

const button = (name: string) => ({ role: "button", name });

describe("what a person could not do fails", () => {
  const COVERED = pageWith(`<button>Below</button><div style="position:fixed;inset:0;background:#0008">Wall</div>`);
  test.each([
    ["clicking what is covered", COVERED, { do: "click", on: button("Below") }, /it is covered by <div> "Wall"/],
    [
      "clicking what is not there",
      COVERED,
      { do: "click", on: button("Above") },
      /no such element is visible; there are: "Below"/,
    ],
    [
      "sliding what does not move by keyboard",
      pageWith(`<div role="slider" tabindex="0" aria-label="S" aria-valuenow="1">S</div>`),
      { do: "slide", on: { name: "S" }, to: 3 },
      /does not move by keyboard/,
    ],
    ["pressing a key that does not exist", COVERED, { do: "press", key: "Any" }, /there is no such key/],
  ] as Array<[string, string, CheckStep, RegExp]>)("%s", async (_name, html, step, message) => {
    expect(await stage.check(html, [step])).toMatch(message);
  });
});

describe("what a person can do succeeds", () => {
  const cases: Array<[string, string, CheckStep[]]> = [
    [
      "reaching what lies below the fold",
      `<div style="height:3000px"></div><button onclick="this.textContent='Reached'">Down</button>`,
      [
        { do: "click", on: button("Down") },
        { do: "expectVisible", on: button("Reached") },
      ],
    ],
    [
      "hovering to reveal a button",
      `<style>li button{opacity:0}li:hover button{opacity:1}</style><ul><li>Row <button onclick="document.title='x';this.textContent='Gone'">Delete</button></li></ul>`,
      [
        { do: "expectVisible", on: button("Delete"), not: true },
        { do: "click", on: button("Delete") },
        { do: "expectText", contains: "Gone" },
      ],
    ],
    [
      "switching a control that is drawn by its label",
      `<style>input{position:absolute;opacity:0;pointer-events:none}</style><label><input type="checkbox" onchange="document.querySelector('p').textContent='on'"><span style="display:inline-block;width:40px;height:20px;background:#ccc"></span> Dark</label><p></p>`,
      [
        { do: "click", on: { role: "checkbox", name: "Dark" } },
        { do: "expectText", contains: "on" },
      ],
    ],
    [
      "reading through a gliding transition",
      `<style>div{transition:transform 5s}.on div{transform:translateX(300px)}</style><div><button onclick="document.body.className='on'">Glide</button></div>`,
      [{ do: "click", on: button("Glide"), times: 2 }],
    ],
    [
      "finding what is in a shadow tree",
      `<x-a></x-a><script>customElements.define("x-a",class extends HTMLElement{connectedCallback(){this.attachShadow({mode:"open"}).innerHTML="<button onclick=\\"this.textContent='Found'\\">Inside</button>"}})</script>`,
      [
        { do: "click", on: button("Inside") },
        { do: "expectVisible", on: { text: "Found" } },
      ],
    ],
    [
      "choosing from a list of the page's own",
      `<button aria-haspopup="listbox" onclick="l.hidden=false">Pick</button><ul role="listbox" id="l" hidden><li role="option" onclick="document.querySelector('p').textContent='got b'">Beta</li></ul><p></p>`,
      [
        { do: "select", on: button("Pick"), option: "Beta" },
        { do: "expectText", contains: "got b" },
      ],
    ],
  ];
  test.each(cases)("%s", async (_name, body, steps) => {
    expect(await stage.check(pageWith(body), steps)).toBeNull();
  });
});
