import { expect, test } from "vitest";

import { evaluations } from "../fixture-evaluations.ts";
import { choiceOf, chosenOf, type EvaluationChoice, queryOf } from "./evaluation-choice.ts";

const [newest, older] = evaluations;

test("a choice survives its way through the address", () => {
  const choice: EvaluationChoice = { shown: "a", compared: "b" };
  expect(choiceOf(new URLSearchParams(queryOf(choice)))).toEqual(choice);
  expect(queryOf({ shown: null, compared: null })).toBe("");
});

test("without a choice the newest is shown and nothing is compared", () => {
  expect(chosenOf(evaluations, { shown: null, compared: null })).toEqual({ shown: newest, compared: null });
  expect(chosenOf([], { shown: null, compared: null })).toBeNull();
});

test("an unknown evaluation is the newest, an unknown comparison none, and nothing is compared with itself", () => {
  expect(chosenOf(evaluations, { shown: "?", compared: "?" })).toEqual({ shown: newest, compared: null });
  const id = older?.id ?? "";
  expect(chosenOf(evaluations, { shown: id, compared: id })).toEqual({ shown: older, compared: null });
  expect(chosenOf(evaluations, { shown: null, compared: id })).toEqual({ shown: newest, compared: older });
});
