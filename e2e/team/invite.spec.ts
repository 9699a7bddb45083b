import { expect, signInAs, test } from "../fixtures/people.ts";

const HOSTILE_NAME = "Robert'); drop table label;-- <b>bold</b>";

test("a manager's link makes an account that can label at once, and its places run out", async ({ page, browser }) => {
  await signInAs(page, "manager");
  await page.goto("/team");
  await page.getByLabel("Places").fill("1");
  await page.getByRole("button", { name: "Create link" }).click();
  const url = await page.getByLabel("Invite link", { exact: true }).inputValue();

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(url);
  await guest.getByLabel("Your name").fill(HOSTILE_NAME);
  await guest.getByLabel("E-mail address").fill(`guest-${crypto.randomUUID()}@example.org`);
  await guest.getByLabel("Password").fill("a short sentence is good");
  await guest.getByRole("button", { name: "Create account and join" }).click();
  await expect(guest.getByRole("heading", { name: "You are in" })).toBeVisible();
  await guest.goto("/label");
  await expect(guest.getByRole("region", { name: "Interface A preview" })).toBeVisible();
  await guest.context().close();

  const late = await (await browser.newContext()).newPage();
  await late.goto(url);
  await expect(late.getByText("All places of this invite are taken. Ask your team for a new one.")).toBeVisible();
  await late.context().close();

  await page.reload();
  await expect(page.getByText(HOSTILE_NAME).first()).toBeVisible();
});
