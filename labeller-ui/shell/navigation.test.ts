import { expect, test } from "vitest";

import { homeOf, isAt, navigationOf } from "./navigation.ts";

const namesOf = (roles: Parameters<typeof navigationOf>[0]) =>
  navigationOf(roles).map(({ role, places }) => [role, ...places.map(({ name }) => name)]);

test("everybody sees the places of their roles and no others", () => {
  expect(namesOf(["labeller"])).toEqual([["labeller", "home", "label", "history"]]);
  expect(namesOf(["manager"])).toEqual([["manager", "team", "scores"]]);
  expect(namesOf(["validator"])).toEqual([
    ["validator", "tasks", "rounds", "weights", "datasets", "evaluations", "jobs"],
  ]);
  expect(namesOf(["operator"])).toEqual([["operator", "health", "evaluations", "jobs"]]);
  expect(namesOf([])).toEqual([]);
});

test("a place that two roles share appears once", () => {
  expect(namesOf(["operator", "validator"])).toEqual([
    ["validator", "tasks", "rounds", "weights", "datasets", "evaluations", "jobs"],
    ["operator", "health"],
  ]);
});

test("the first page is where one's work is, whatever the order of the roles", () => {
  expect(homeOf(["labeller"])).toBe("/home");
  expect(homeOf(["manager"])).toBe("/team");
  expect(homeOf(["validator"])).toBe("/tasks");
  expect(homeOf(["operator"])).toBe("/health");
  expect(homeOf(["operator", "validator"])).toBe("/tasks");
  expect(homeOf([])).toBe("/account");
});

test("a page below a place belongs to it, a namesake does not", () => {
  expect(isAt("/tasks", "/tasks")).toBe(true);
  expect(isAt("/tasks/1", "/tasks")).toBe(true);
  expect(isAt("/tasks-archive", "/tasks")).toBe(false);
});
