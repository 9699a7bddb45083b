import { expect, test } from "vitest";

import type { JobRunView } from "#server/operations/schema.ts";

import { secondsOf, withJobRun } from "./job-runs.ts";

const run = (id: string, at: string, done = 0): JobRunView => ({
  id,
  kind: "export-dataset",
  state: "running",
  done,
  total: 10,
  message: "",
  subject: null,
  cancelRequested: false,
  createdAt: new Date("2026-01-01T00:00:00Z"),
  updatedAt: new Date(`2026-01-01T00:00:${at}Z`),
  endedAt: null,
});

test("a known job changes in its place", () => {
  const merged = withJobRun([run("b", "02"), run("a", "01")], run("a", "03", 5));
  expect(merged.map(({ id, done }) => [id, done])).toEqual([
    ["b", 0],
    ["a", 5],
  ]);
});

test("a new job comes first", () => {
  expect(withJobRun([run("a", "01")], run("b", "02")).map(({ id }) => id)).toEqual(["b", "a"]);
});

test("news that comes late does not undo what is known", () => {
  expect(withJobRun([run("a", "05", 9)], run("a", "04", 8)).map(({ done }) => done)).toEqual([9]);
});

test("a job that has not ended has lasted until its last sign of life", () => {
  expect(secondsOf(run("a", "07"))).toBe(7);
  expect(secondsOf({ ...run("a", "07"), endedAt: new Date("2026-01-01T00:01:00Z") })).toBe(60);
});
