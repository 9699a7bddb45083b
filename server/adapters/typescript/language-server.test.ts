import { readFileSync } from "node:fs";

import { afterAll, expect, test } from "vitest";

import { createLanguageServer } from "./language-server.ts";

const GIGABYTE = 1 << 30;
const types = createLanguageServer({ timeoutMs: 20_000, memoryBytes: GIGABYTE });
afterAll(() => types.close());

const GOOD = readFileSync("library/bill-splitter/night-ledger/index.tsx", "utf8");

test("a completion that people wrote has no diagnostics, with React's own types", async () => {
  expect(await types.check(GOOD)).toEqual([]);
});

test("a mistake is told by line, code and sentence, and the next source starts afresh", async () => {
  const [first] =
    (await types.check(`import { useState } from "react";\nconst n: number = useState("")[0];\nexport { n };`)) ?? [];
  expect(first).toEqual({ line: 2, code: "TS2322", message: "Type 'string' is not assignable to type 'number'." });
  expect(await types.check(GOOD)).toEqual([]);
});

test("sources are checked one after the other, whoever asks first", async () => {
  const checks = ["a", "b", "c"].map((name) =>
    types.check(`export const ${name}: number = "${name}";\n${name}${name};`),
  );
  const messages = (await Promise.all(checks)).map((found) => found?.map((each) => each.message).join(" "));
  expect(messages[0]).toContain("'aa'");
  expect(messages[1]).toContain("'bb'");
  expect(messages[2]).toContain("'cc'");
});

test.each([
  ["a file of ours", `import secrets from "../../../platform/env.ts"; export { secrets };`],
  ["a file by its path", `export type S = typeof import("/etc/hostname");`],
  ["a reference", `/// <reference path="../../../platform/env.ts" />\nexport {};`],
  ["a computed template", "export const s = import(`../../x`);"],
])("nothing that refers to files is given to the compiler: %s", async (_name, source) => {
  expect(await types.check(source)).toBeNull();
});

test("a source that keeps the compiler busy costs its process and not the next check", async () => {
  // Stands in for types that compute: a server that reads and never answers.
  const stuck = createLanguageServer({
    timeoutMs: 50,
    memoryBytes: GIGABYTE,
    command: [process.execPath, "-e", "process.stdin.resume()"],
  });
  expect(await stuck.check(GOOD)).toBeNull();
  expect(await stuck.check(GOOD)).toBeNull();
  await stuck.close();
});

test("a compiler that cannot be started is no error of the completion", async () => {
  const absent = createLanguageServer({ timeoutMs: 1_000, memoryBytes: GIGABYTE, command: ["/nowhere/tsc"] });
  expect(await absent.check(GOOD)).toBeNull();
  await absent.close();
});
