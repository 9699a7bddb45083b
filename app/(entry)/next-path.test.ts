import { expect, test } from "vitest";

import { nextPath } from "./next-path.ts";

test.each([
  ["/invite/abc", "/invite/abc"],
  ["/team?id=1", "/team?id=1"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
  ["invite", "/"],
  ["//evil.example/x", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
])("%j leads to %s", (asked, path) => {
  expect(nextPath(asked)).toBe(path);
});
