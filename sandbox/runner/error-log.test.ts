import { expect, test } from "vitest";

import { ErrorLog } from "./error-log.ts";
import { LIMITS } from "./limits.ts";

function logged(...texts: string[]): string[] {
  const log = new ErrorLog();
  for (const text of texts) log.add(text);
  return log.list();
}

test("an error that both the protocol and the shim report is one error", () => {
  expect(
    logged("TypeError: x is not a function\n    at go (index.html:3)", "Uncaught TypeError: x is not a function"),
  ).toEqual(["TypeError: x is not a function"]);
  expect(logged("Unhandled rejection: Error: no", "Uncaught (in promise) Error: no", "Error: no\n  at f")).toHaveLength(
    1,
  );
});

test("different errors stay apart", () => {
  expect(logged("Error: a", "Error: b")).toEqual(["Error: a", "Error: b"]);
});

test("what our own policy makes the browser say is no error of the document", () => {
  expect(
    logged(
      "Error with Permissions-Policy header: Unrecognized feature: 'aria-notify'.",
      "Ignored call to 'alert()'. The document is sandboxed, and the 'allow-modals' keyword is not set.",
      "Blocked autofocusing on a <input> element in a cross-origin subframe.",
    ),
  ).toEqual([]);
});

test("what the document tried to load from elsewhere is", () => {
  expect(logged("Loading the image 'https://example.com/x.png' violates the Content Security Policy")).toHaveLength(1);
});

test("the address of the mount, new every time, does not make an error look new", () => {
  const hash = "a".repeat(64);
  expect(logged(`at http://m1.localhost:1/d/${hash}`, `at http://m2.localhost:1/d/${hash}`)).toEqual([
    "at (this document)",
  ]);
});

test("at most 50 errors of at most 500 characters are kept", () => {
  const list = logged(...Array.from({ length: 80 }, (_value, index) => `Error ${index} ${"x".repeat(600)}`));
  expect(list).toHaveLength(LIMITS.errorsMax);
  expect(Math.max(...list.map((text) => text.length))).toBe(LIMITS.errorCharsMax);
});

test("a flood is noticed by number and by size, and every load may say as much again", () => {
  const log = new ErrorLog();
  for (let index = 0; index < LIMITS.consoleEntriesMax; index += 1) expect(log.count(10)).toBe(true);
  expect(log.count(10)).toBe(false);
  log.restartCount();
  expect(log.count(10)).toBe(true);
  expect(log.count(LIMITS.consoleBytesMax)).toBe(false);
});
