import { afterAll, beforeAll, expect, test } from "vitest";

import type { Target } from "#sandbox/contract.ts";

import { openVerificationStage, pageWith } from "../testing/verification-stage.ts";
import type { VerificationStage } from "../testing/verification-stage.ts";

let stage: VerificationStage;
beforeAll(async () => {
  stage = await openVerificationStage();
}, 60_000);
afterAll(() => stage.close());

/** How often a target is found in a body. All are asked in one check, so that a browser page is loaded once. */
async function counts(body: string, targets: ReadonlyArray<readonly [Target, number]>): Promise<string | null> {
  return stage.check(
    pageWith(body),
    targets.map(([on, equals]) => ({ do: "expectCount" as const, on, equals, withinMs: 0 })),
  );
}

test("roles are those of HTML-AAM", async () => {
  const body = `
    <a href="#x">Link</a><a>No link</a><nav>n</nav><main><section aria-label="Part">s</section><section>none</section></main>
    <header>h</header><footer>f</footer><aside>a</aside><article><header>not a banner</header>x</article>
    <ul><li>one</li></ul><table><tr><th>Head</th><td>cell</td></tr></table><fieldset>g</fieldset>
    <input><input type="search"><input type="number"><input type="range"><input type="checkbox"><input type="radio">
    <input type="submit"><input type="email"><textarea></textarea><select><option>o</option></select><select multiple></select>
    <progress></progress><meter></meter><output>o</output><img alt="Cat" src="data:,"><img alt="" src="data:,">
    <details open><summary>More</summary></details><dialog open>d</dialog><h2>H</h2><hr>
    <div role="switch" aria-checked="true">On</div><div role="presentation">none</div><p contenteditable="true">edit</p>`;
  const expected: Array<[string, number]> = [
    ...([
      ["link", 1],
      ["navigation", 1],
      ["main", 1],
      ["region", 1],
      ["banner", 1],
      ["contentinfo", 1],
    ] as Array<[string, number]>),
    ...([
      ["complementary", 1],
      ["article", 1],
      ["list", 1],
      ["listitem", 1],
      ["table", 1],
      ["row", 1],
    ] as Array<[string, number]>),
    ...([
      ["columnheader", 1],
      ["cell", 1],
      ["group", 2],
      ["searchbox", 1],
      ["spinbutton", 1],
      ["slider", 1],
    ] as Array<[string, number]>),
    ...([
      ["checkbox", 2],
      ["switch", 1],
      ["radio", 1],
      ["button", 2],
      ["combobox", 1],
      ["listbox", 1],
    ] as Array<[string, number]>),
    ...([
      ["progressbar", 1],
      ["meter", 1],
      ["status", 1],
      ["img", 1],
      ["dialog", 1],
      ["heading", 2],
      ["separator", 1],
    ] as Array<[string, number]>),
    // A search field and a mail field are text fields to whoever writes a check; so are textarea and editable text.
    ["textbox", 5],
  ];
  expect(
    await counts(
      body,
      expected.map(([role, count]) => [{ role }, count] as const),
    ),
  ).toBeNull();
});

test("names come from where assistive technology takes them", async () => {
  const body = `
    <button aria-label="Close dialog">×</button>
    <span id="l1">Billing</span> <span id="l2">address</span><input aria-labelledby="l1 l2">
    <label for="a">First name</label><input id="a"><label>Last <b>name</b> <input></label>
    <button><svg width="9" height="9"><title>Trash</title></svg></button><button><img alt="Save" src="data:,"> now</button>
    <input type="submit" value="Send it"><input type="reset"><input placeholder="Find people"><button title="Help"></button>
    <button>Add <span aria-hidden="true">➕</span><span style="display:none">secret</span> item</button>
    <fieldset><legend>Delivery</legend><input type="radio" id="r"><label for="r">By post</label></fieldset>
    <table><caption>Sales</caption><tr><td>1</td></tr></table><figure><figcaption>Chart</figcaption></figure>
    <div role="tab">First <span>tab</span></div><a href="#x">Read <em>more</em></a>
    <p role="status">Enter your first name</p>`;
  const targets: Array<readonly [Target, number]> = [
    [{ role: "button", name: "close DIALOG" }, 1],
    [{ role: "textbox", name: "Billing address" }, 1],
    [{ role: "textbox", name: "First name" }, 1],
    [{ role: "textbox", name: "Last name" }, 1],
    [{ role: "button", name: "Trash" }, 1],
    [{ role: "button", name: "Save now" }, 1],
    [{ role: "button", name: "Send it" }, 1],
    [{ role: "button", name: "Reset" }, 1],
    [{ role: "textbox", name: "Find people" }, 1],
    [{ role: "button", name: "Help" }, 1],
    [{ role: "button", name: "Add item" }, 1],
    [{ role: "button", name: "secret" }, 0],
    [{ role: "button", name: "➕" }, 0],
    [{ role: "group", name: "Delivery" }, 1],
    [{ role: "radio", name: "By post" }, 1],
    [{ role: "table", name: "Sales" }, 1],
    [{ role: "figure", name: "Chart" }, 1],
    [{ role: "tab", name: "First tab" }, 1],
    [{ role: "link", name: "Read more" }, 1],
    // A notice is called by its text when a notice is asked for, and is not mistaken for a field of that name.
    [{ role: "status", name: "first name" }, 1],
    [{ name: "first name" }, 1],
  ];
  expect(await counts(body, targets)).toBeNull();
});

test("a text means the innermost elements that show it", async () => {
  const body = `
    <div><p>Total: <b>12 pieces</b></p><p>12 pieces more</p></div><p hidden>12 pieces</p>
    <div style="visibility:hidden">12 pieces</div><input type="button" value="12 pieces"><p style="text-transform:uppercase">shout</p>
    <div style="height:0;overflow:hidden"><p>folded away</p></div><p style="position:absolute;left:-9999px">far away</p>
    <div style="height:40px;overflow:auto"><div style="height:200px"></div><p>scroll to me</p></div>`;
  const targets: Array<readonly [Target, number]> = [
    [{ text: "12 pieces" }, 3],
    [{ tag: "p", text: "12 pieces" }, 2],
    [{ tag: "div", text: "12 pieces" }, 1],
    [{ text: "shout" }, 1],
    [{ text: "folded away" }, 0],
    [{ text: "far away" }, 0],
    [{ text: "scroll to me" }, 1],
  ];
  expect(await counts(body, targets)).toBeNull();
});

test("nth picks among the matches in document order, and all given fields must match", async () => {
  const body = `<ul><li>A <button>Open</button></li><li>B <button>Open</button></li></ul><input placeholder="Open"><button>Shut</button>
    <p></p><script>document.querySelectorAll("li button").forEach((b, i) => b.onclick = () => { document.querySelector("p").textContent = "opened " + i; })</script>`;
  const message = await stage.check(pageWith(body), [
    { do: "click", on: { role: "button", name: "Open", nth: 1 } },
    { do: "expectText", contains: "opened 1" },
    { do: "expectCount", on: { role: "button", name: "Open", tag: "input" }, equals: 0 },
    { do: "expectCount", on: { tag: "button", name: "Open" }, equals: 2 },
  ]);
  expect(message).toBeNull();
});
