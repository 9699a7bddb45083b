import type { Page } from "@playwright/test";

import { expect, signInAs, test } from "../fixtures/people.ts";

const LETTERS = ["A", "B", "C", "D"] as const;

/** Goes into every interface once, as a person would: with the pointer, and back when the page has noticed. */
async function lookAtAll(page: Page): Promise<void> {
  const used = page.getByRole("listitem").filter({ hasText: "You went into each of them" });
  await expect(page.getByRole("listitem").filter({ hasText: "All four interfaces have loaded" })).toContainText("done");
  for (const letter of LETTERS) {
    const frame = page.getByRole("region", { name: `Interface ${letter} preview` }).locator("iframe");
    const box = await frame.boundingBox();
    if (!box) throw new Error(`interface ${letter} is not on the screen`);
    await page.mouse.click(box.x + box.width / 2, box.y + 12);
    await expect(used).not.toContainText(new RegExp(`\\(.*${letter}`));
  }
  // The keys belong to the page again.
  await page.getByRole("heading", { name: "Ranking, best first" }).click();
}

test("a labeller uses four live interfaces, ranks them by keyboard and gets a receipt", async ({ page }) => {
  await signInAs(page, "labeller");
  await page.goto("/label");
  await expect(page.getByRole("region", { name: "Interface D preview" })).toBeVisible();
  await lookAtAll(page);
  for (const key of ["3", "1", "4", "2"]) await page.keyboard.press(key);
  const ranking = page.getByRole("list", { name: "Ranking, best first" });
  await expect(ranking.getByRole("listitem").first()).toContainText("C");
  await expect(page.getByText("Each was on the screen for 3 seconds")).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(page.getByText(/Submitted\. Receipt/)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
});

test("a draft is on the server before the label is sent, and back after a reload", async ({ page }) => {
  await signInAs(page, "labeller");
  await page.goto("/label");
  await expect(page.getByRole("region", { name: "Interface A preview" })).toBeVisible();
  await page.getByRole("textbox", { name: /Why/ }).fill("B is the quickest");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: /Why/ })).toHaveValue("B is the quickest");
});

test("a label sent without a network is kept and sent once the network is back", async ({ page, context }) => {
  await signInAs(page, "labeller");
  await page.goto("/label");
  await expect(page.getByRole("region", { name: "Interface D preview" })).toBeVisible();
  await lookAtAll(page);
  for (const key of ["2", "1", "4", "3"]) await page.keyboard.press(key);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await context.setOffline(true);
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(page.getByText(/No connection/).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await context.setOffline(false);
  await expect(page.getByText(/Submitted\. Receipt/)).toBeVisible();
  await page.goto("/history");
  await expect(page.getByText("accepted").first()).toBeVisible();
});
