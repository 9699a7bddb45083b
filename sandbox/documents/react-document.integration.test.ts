import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import type { Source } from "#sandbox/contract.ts";
import { openStage } from "#sandbox/shim/testing/framed-document.ts";
import type { FramedDocument, Stage } from "#sandbox/shim/testing/framed-document.ts";

import { compileDocument } from "./compile-document.ts";
import { sampleSource, sourceOf } from "./sample-sources.ts";
import { loadVendorChunks } from "./vendor-chunks.ts";
import type { VendorChunks } from "./vendor-chunks.ts";

let stage: Stage;
let cacheDir: string;
let chunks: VendorChunks;
beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), "vendor-"));
  [stage, chunks] = await Promise.all([openStage(), loadVendorChunks(cacheDir)]);
}, 60_000);
afterAll(async () => {
  await stage.close();
  await rm(cacheDir, { recursive: true, force: true });
});

/** Shows a source as a labeller would see it, and collects whatever the browser complains about. */
async function show(source: Source): Promise<FramedDocument & { complaints: string[] }> {
  const compiled = await compileDocument({ source, language: "en", padToBytes: 32_768 }, chunks);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.findings));
  const complaints: string[] = [];
  const [shown] = await stage.show([await stage.objects.put(compiled.document)], async (page) => {
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("favicon")) complaints.push(message.text());
    });
  });
  if (!shown) throw new Error("nothing was shown");
  return { ...shown, complaints };
}

test("a React interface with state, effects, icons and storage works and prints nothing", async () => {
  const { frame, page, complaints } = await show(sampleSource("kanban"));
  await frame.getByLabel("New card").fill("Ship it");
  await frame.getByRole("button", { name: "Add" }).click();
  await frame.getByText("Ship it", { exact: true }).waitFor();
  await frame.getByLabel("Remove Book the room").click();
  expect(await frame.getByRole("listitem").count()).toBe(3);
  expect(await frame.locator("svg.lucide-trash-2").count()).toBe(3);
  expect(await frame.evaluate("JSON.parse(localStorage.getItem('cards')).length")).toBe(3);
  // Tailwind and its preflight are at work.
  expect(await frame.locator("main").evaluate((main) => getComputedStyle(main).paddingTop)).not.toBe("0px");
  expect(await frame.locator("body").evaluate((body) => getComputedStyle(body).margin)).toBe("0px");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("recharts draws with the document's own React", async () => {
  const { frame, page, complaints } = await show(sampleSource("dashboard"));
  await frame.locator(".recharts-line-curve").waitFor({ state: "attached" });
  await frame.getByRole("button", { name: "Show as bars" }).click();
  await frame.locator(".recharts-bar-rectangle").first().waitFor({ state: "attached" });
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("every library on the list works beside the others", async () => {
  const { frame, page, complaints } = await show(
    sourceOf({
      "index.tsx": `import React, { useRef, useEffect, Suspense, lazy } from "react";
import { createPortal } from "react-dom";
import { AnimatePresence, motion } from "motion/react";
import { animate } from "motion";
import * as d3 from "d3";
import * as Icons from "lucide-react";
export default function App() {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    d3.select(svg.current).selectAll("rect").data([1, 2, 3]).join("rect").attr("width", d3.scaleLinear([0, 3], [0, 90])).attr("height", 5);
    animate("#box", { opacity: 0.5 }, { duration: 0 });
  }, []);
  return <React.Fragment>
    <AnimatePresence><motion.p initial={{ opacity: 0 }} animate={{ opacity: 1 }}>moving</motion.p></AnimatePresence>
    <svg ref={svg} /><div id="box">box</div><Icons.Rocket aria-label="rocket" />
    {createPortal(<em>portal</em>, document.body)}
  </React.Fragment>;
}`,
    }),
  );
  await frame.getByText("portal").waitFor();
  expect(await frame.locator("rect").last().getAttribute("width")).toBe("90");
  await frame.waitForFunction(() => getComputedStyle(document.querySelector("p") ?? document.body).opacity === "1");
  await frame.locator("svg.lucide-rocket").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a component that throws leaves its error with the page", async () => {
  const { page } = await show(
    sourceOf({ "index.tsx": `export default function App() { return <p>{undefined.map()}</p>; }` }),
  );
  await page.waitForFunction("fromPort.some((one) => one.data.k === 'log' && /map/.test(one.data.text))");
  await page.context().close();
});

test("an HTML interface works as written, with its links kept inside", async () => {
  const { frame, page, complaints } = await show(sampleSource("html"));
  await frame.getByLabel("Bill").fill("100");
  expect(await frame.locator("#total").textContent()).toBe("115.00");
  await frame.getByText("About tipping").click();
  await frame.getByText("Back to top").click();
  expect(await page.evaluate("document.querySelector('iframe').loads")).toBe(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a module script in HTML uses the same libraries", async () => {
  const { frame, page, complaints } = await show(
    sourceOf({
      "index.html": `<p id="out"></p><script type="module">import { sum } from "d3"; document.getElementById("out").textContent = sum([1, 2, 3]);</script>`,
    }),
  );
  await frame.waitForFunction("document.getElementById('out').textContent === '6'");
  expect(complaints).toEqual([]);
  await page.context().close();
});
