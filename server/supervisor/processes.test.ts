import { expect, test } from "vitest";

import { type Start, startSandbox } from "./processes.ts";

test("the sandbox is started with every secret taken out of what it would inherit", () => {
  const started: Record<string, string>[] = [];
  const start: Start = (_name, _entry, decided) => {
    started.push(decided);
    throw new Error("nothing is started here");
  };
  expect(() => startSandbox(start)).toThrow("nothing is started here");
  expect(started).toMatchObject([{ DATABASE_URL: "", DOJO_SECRET: "", OPENAI_API_KEY: "", MODEL_API_KEY: "" }]);
});
