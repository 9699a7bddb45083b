import type { Page } from "@playwright/test";
import axe, { type AxeResults } from "axe-core";

import { expect, signInAs, test } from "../fixtures/people.ts";

const WIDTHS = [375, 1440] as const;

/** A page by its address, or by the first link that leads to one. */
type Visit = string | { from: string; link: RegExp };

const VISITS: Record<"labeller" | "manager" | "validator" | "operator", readonly Visit[]> = {
  labeller: ["/home", "/label", "/history", "/account"],
  manager: ["/team", "/scores", "/account"],
  validator: [
    "/tasks",
    { from: "/tasks", link: /^\/tasks\/./ },
    "/rounds",
    { from: "/rounds", link: /^\/rounds\/./ },
    "/weights",
    "/datasets",
    "/evaluations",
    "/jobs",
  ],
  operator: ["/health", "/evaluations", "/jobs", "/rounds"],
};

/** What nobody needs an account for; `states` are pages of a market that has run, with made-up data. */
const PUBLIC = [
  "/",
  "/sign-in",
  `/enter/${"x".repeat(43)}`,
  ...[
    "tasks",
    "tasks-empty",
    "tasks-failed",

    "rounds",
    "round-open",
    "round-closing",
    "round",
    "explanation",
  ].map((name) => `/states?name=${name}`),
  ...["weights", "datasets", "evaluations", "jobs", "health", "scores", "forms", "not-for-you"].map(
    (name) => `/states?name=${name}`,
  ),
];

/** Addresses that lead nowhere: the browser itself logs the 404. */
const MISSING = ["/nowhere", `/invite/${"y".repeat(43)}`];

/** Documents in frames are flawed on purpose; the page around them is not. */
const RUN = (rules: string) => `axe.run(document, { iframes: false, resultTypes: ["violations"], runOnly: ${rules} })`;
const ALL = '["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]';
const CONTRAST = '{ type: "rule", values: ["color-contrast"] }';

async function seriousViolations(page: Page, rules: string): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(RUN(rules));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join("\n  ")}`);
}

async function open(page: Page, visit: Visit): Promise<void> {
  await page.goto(typeof visit === "string" ? visit : visit.from);
  if (typeof visit !== "string") {
    const links = page.locator("main a[href]");
    await expect(links.first()).toBeVisible();
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    await page.goto(hrefs.find((href) => visit.link.test(href)) ?? visit.from);
  }
  await expect(page.locator("main").first()).toBeVisible();
  // Shapes of what is still on its way.
  await expect(page.locator(".animate-pulse")).toHaveCount(0);
}

/** Looks at a page by day and by night. */
async function expectSound(page: Page, visit: Visit): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await open(page, visit);
  const name = `${page.url()} at ${page.viewportSize()?.width} px`;
  await page.evaluate(axe.source);
  expect(await seriousViolations(page, ALL), name).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name}: pixels beyond the right edge`).toBeLessThanOrEqual(0);
  expect(await page.title(), `${name}: has a title`).not.toBe("");
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  // Colours on their way from day to night have contrasts of their own.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ effect, playState }) => playState !== "running" || effect?.getComputedTiming().endTime === Infinity),
  );
  expect(await seriousViolations(page, CONTRAST), `${name}, dark`).toEqual([]);
}

/** What the page complains about while it is shown; what an interface says in its own frame is its own affair. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const fromFrame = /^https?:\/\/[^/]+\.localhost[:/]/.test(message.location().url);
    if (message.type() === "error" && !fromFrame) complaints.push(`${page.url()}: ${message.text()}`);
  });
  return complaints;
}

for (const width of WIDTHS) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: width < 500 ? 812 : 900 } });
    test.slow();

    for (const role of ["labeller", "manager", "validator", "operator"] as const) {
      test(`every ${role} page is free of barriers, fits, and logs no error`, async ({ page }) => {
        await signInAs(page, role);
        const complaints = complaintsOf(page);
        for (const visit of VISITS[role]) await expectSound(page, visit);
        expect(complaints).toEqual([]);
      });
    }

    test("every page for everybody is free of barriers, fits, and logs no error", async ({ page }) => {
      const complaints = complaintsOf(page);
      for (const visit of PUBLIC) await expectSound(page, visit);
      expect(complaints).toEqual([]);
    });

    test("an address that leads nowhere says so without barriers", async ({ page }) => {
      for (const visit of MISSING) await expectSound(page, visit);
    });
  });
}
