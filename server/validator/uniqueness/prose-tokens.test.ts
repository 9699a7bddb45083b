import { expect, test } from "vitest";

import { proseTokens } from "./prose-tokens.ts";

const words = (text: string) => proseTokens(text).join(" ");

test.each([
  ["case, punctuation and white space", "Split the bill.", "split, THE   bill!"],
  ["accents", "Chia hóa đơn", "Chia hoa đơn"],
  ["another form of the same letters", "ﬁle Ａ", "file A"],
  ["invisible characters", "bi\u200bll sp\u00adlit", "bill split"],
  ["letters that look alike", "сору the арр", "copy the app"],
  ["numbers", "at least 3 rows", "at least 12 rows"],
])("%s make no difference", (_name, a, b) => expect(words(a)).toBe(words(b)));

test("a language without spaces has a word per character", () => {
  expect(words("分摊账单，3 人")).toBe("分 摊 账 单 0 人");
});

test("order and words make a difference", () => {
  expect(words("bill the split")).not.toBe(words("split the bill"));
  expect(words("")).toBe("");
});
