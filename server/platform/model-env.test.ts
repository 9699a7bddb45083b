import { expect, test } from "vitest";

import { commaList, modelUrl, priceList } from "./model-env.ts";

test("names and prices are lists; a name may hold slashes, colons and equals signs", () => {
  expect(commaList.parse(" a/b:free , c ,")).toEqual(["a/b:free", "c"]);
  expect(priceList.parse("a/b:free=0/0, c=d=0.15/0.6")).toEqual({
    "a/b:free": { input: 0, output: 0 },
    "c=d": { input: 0.15, output: 0.6 },
  });
});

test.each(["a", "a=1", "a=1/", "a=-1/2", "=1/2", "a=1/x"])("a price that is not one is refused: %s", (text) => {
  expect(priceList.safeParse(text).success).toBe(false);
});

test.each([
  ["https://openrouter.ai/api/v1", true],
  ["http://127.0.0.1:11434/v1", true],
  ["https://user:secret@host/v1", false],
  ["file:///etc/passwd", false],
  ["openrouter", false],
])("a model server's address is one of HTTP, without a password: %s", (url, accepted) => {
  expect(modelUrl.safeParse(url).success).toBe(accepted);
});
