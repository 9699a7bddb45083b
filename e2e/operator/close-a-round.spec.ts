import { readFileSync } from "node:fs";

import { expect, signInAs, test } from "../fixtures/people.ts";

test("a validator looks at a task, closes the round, reads scores and weights, and exports a dataset", async ({
  page,
}) => {
  await signInAs(page, "validator");

  await page.goto("/tasks");
  await page.getByRole("row").filter({ hasText: "Control" }).first().getByRole("link").first().click();
  await page.getByRole("button", { name: "Show ground truth" }).click();
  await expect(
    page.getByRole("heading", { name: "True order" }).or(page.getByText("True order").first()).first(),
  ).toBeVisible();

  await page.goto("/rounds");
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("button", { name: "Close round" }).click();
  await page.getByLabel("Wait for labellers at work").uncheck();
  await page.getByRole("button", { name: "Close the round" }).click();
  await expect(page.getByText("Revealed key", { exact: true })).toBeVisible({ timeout: 60_000 });

  await page.goto("/weights");
  await expect(page.getByRole("heading", { name: /After round/ })).toBeVisible();

  await page.goto("/datasets");
  await page.getByRole("button", { name: "Export" }).first().click();
  await page.getByRole("button", { name: "Export" }).last().click();
  // The card and the manifest are there even where no normal task has been answered yet.
  const link = page.getByRole("link", { name: "manifest.json" });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const manifest = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(manifest.files.map(({ path }: { path: string }) => path)).toContain("README.md");
});
