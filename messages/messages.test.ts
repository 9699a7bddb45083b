import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("../scripts/check-messages.mjs", import.meta.url));
const LOCALES = ["en", "zh-Hans", "ru", "vi"];

/** What the check says of the catalogues in a folder, as a developer reads it. */
function check(...folder: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [script, ...folder], { encoding: "utf8" });
  return { passes: status === 0, says: stderr };
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Catalogues of one file in which all languages say `message`, but for `changes` by locale. */
function catalogues(message: string, changes: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), "messages-"));
  folders.push(folder);
  for (const locale of LOCALES) {
    const path = join(folder, locale, "part.json");
    mkdirSync(dirname(path));
    writeFileSync(path, JSON.stringify(locale in changes ? changes[locale] : { some: { key: message } }));
  }
  return folder;
}

test("all catalogues have the same keys and arguments in every language, and all messages parse", () => {
  expect(check()).toEqual({ passes: true, says: expect.stringContaining("agree in 4 languages") });
});

describe("the check refuses", () => {
  test.each([
    ["a missing key", { ru: {} }, "ru/part.json some.key: missing"],
    ["an extra key", { vi: { some: { key: "{n}", more: "x" } } }, "vi/part.json some.more: not in en"],
    ["another argument", { "zh-Hans": { some: { key: "{m}" } } }, "has arguments [m], not [n]"],
    ["a lost argument", { ru: { some: { key: "нет" } } }, "has arguments [], not [n]"],
    ["a brace left open", { vi: { some: { key: "{n" } } }, "vi/part.json some.key: does not parse"],
    ["an empty message", { ru: { some: { key: " " } } }, "ru/part.json some.key: empty"],
    ["a message that is no string", { ru: { some: { key: 3 } } }, "a message is a string"],
    ["a category that Russian needs", { ru: { some: { key: "{n, plural, one {#} other {#}}" } } }, '"few" is missing'],
    [
      "a category that Chinese lacks",
      { "zh-Hans": { some: { key: "{n, plural, one {#} other {#}}" } } },
      'no cardinal "one"',
    ],
  ])("%s", (_, changes: Record<string, unknown>, complaint) => {
    const { passes, says } = check(catalogues("{n}", changes));
    expect(says).toContain(complaint);
    expect(passes).toBe(false);
  });

  test("a catalogue that one language does not have", () => {
    const folder = catalogues("{n}", {});
    rmSync(join(folder, "ru", "part.json"));
    expect(check(folder)).toEqual({
      passes: false,
      says: "ru/part.json: no such file\n1 problems in the message catalogues.\n",
    });
  });

  test("nothing when all is well", () => {
    expect(check(catalogues("{n} <b>x</b>", {})).passes).toBe(true);
  });
});
