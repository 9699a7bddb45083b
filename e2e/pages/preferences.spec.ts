import { expect, signInAs, test } from "../fixtures/people.ts";

const DAY = "rgb(247, 247, 245)";
const NIGHT = "rgb(16, 18, 22)";

for (const [system, chosen, paper] of [
  ["light", "Dark", NIGHT],
  ["dark", "Light", DAY],
] as const) {
  test(`a chosen ${chosen.toLowerCase()} theme holds on a ${system} system, from the first paint on`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: system });
    await signInAs(page, "operator");
    await page.goto("/account");
    await page.getByRole("group", { name: /Theme/ }).getByRole("button", { name: chosen }).click();
    await expect(page.locator("body")).toHaveCSS("background-color", paper);
    // No script of ours but the one in the head has run by then.
    await page.route("**/_next/static/**/*.js", (route) => route.abort());
    await page.goto("/health", { waitUntil: "commit" });
    await expect(page.locator("body")).toHaveCSS("background-color", paper);
  });
}

test("a chosen language takes effect on every page and stays", async ({ page }) => {
  await signInAs(page, "manager");
  await page.goto("/account");
  await page.getByLabel("Language").selectOption("ru");
  await expect(page.getByRole("heading", { level: 1, name: "Ваша учётная запись" })).toBeVisible();
  await page.goto("/scores");
  await expect(page.getByRole("heading", { level: 1, name: "Оценки" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.goto("/account");
  await page.getByLabel("Язык").selectOption("en");
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
});

test("the skip link leads to the content", async ({ page }) => {
  await signInAs(page, "validator");
  await page.goto("/rounds");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});

test("the menu of a narrow screen keeps the keyboard until it is closed, then gives it back", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await signInAs(page, "validator");
  await page.goto("/rounds");
  const opener = page.getByRole("button", { name: "Open the menu" });
  await opener.press("Enter");
  const menu = page.getByRole("dialog", { name: "Main navigation" });
  await expect(menu).toBeVisible();
  for (let press = 0; press < 14; press++) {
    await page.keyboard.press("Tab");
    await expect(menu.locator(":focus")).toHaveCount(1);
  }
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
});

test("a dialog keeps the keyboard and gives it back to the button that opened it", async ({ page }) => {
  await signInAs(page, "manager");
  await page.goto("/team");
  const opener = page.getByRole("button", { name: /End membership of Linh/ });
  await opener.press("Enter");
  const dialog = page.getByRole("dialog", { name: "End membership" });
  await expect(dialog).toBeVisible();
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press("Tab");
    await expect(dialog.locator(":focus")).toHaveCount(1);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});
