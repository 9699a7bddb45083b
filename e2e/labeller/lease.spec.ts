import { expect, signInAs, test } from "../fixtures/people.ts";

test("the clock warns before the lease ends, and more time is one press away", async ({ page }) => {
  await page.clock.install();
  await signInAs(page, "labeller");
  await page.goto("/label");
  await expect(page.getByRole("region", { name: "Interface A preview" })).toBeVisible();
  await expect(page.getByRole("button", { name: "More time" })).toBeHidden();
  // What is left depends on what this labeller did before; the page counts it down by its own clock.
  const clock = page.getByTitle("This task is yours until then.", { exact: false });
  await expect(clock).toHaveText(/^\d+:\d\d$/);
  const [minutes = 0, seconds = 0] = ((await clock.textContent()) ?? "").split(":").map(Number);
  await page.clock.fastForward((minutes * 60 + seconds - 90) * 1_000);
  await expect(page.getByText("Less than two minutes are left for this task.", { exact: false })).toBeAttached();
  const answer = page.waitForResponse((response) => response.url().includes("labelling.extend"));
  await page.getByRole("button", { name: "More time" }).click();
  expect((await answer).status()).toBe(200);
  // Time that nobody lived through stops no interface.
  await expect(page.getByText("stopped answering")).toHaveCount(0);
});
