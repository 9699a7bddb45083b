import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";

import { THEME_KEY, THEME_SCRIPT } from "./theme-script.ts";

function themeAfter(stored: string | null, storage: "works" | "forbidden" = "works"): string | undefined {
  const dataset: { theme?: string } = {};
  const localStorage = {
    getItem(key: string) {
      if (storage === "forbidden") throw new Error("SecurityError");
      return key === THEME_KEY ? stored : null;
    },
  };
  runInNewContext(THEME_SCRIPT, { localStorage, document: { documentElement: { dataset } } });
  return dataset.theme;
}

test("a stored theme is set, the system's is left alone", () => {
  expect([themeAfter("dark"), themeAfter("light"), themeAfter(null)]).toEqual(["dark", "light", undefined]);
});

test("what somebody else wrote there, and storage that is switched off, change nothing", () => {
  expect([themeAfter("<script>"), themeAfter("dark", "forbidden")]).toEqual([undefined, undefined]);
});
