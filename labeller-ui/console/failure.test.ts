import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";

import { failureOf } from "./failure.ts";

test("a refusal keeps its code and the server's sentence", () => {
  const error = TRPCClientError.from({
    error: { message: "A round is open already.", code: -32009, data: { refusal: { code: "round.already-open" } } },
  });
  expect(failureOf(error)).toEqual({ code: "round.already-open", message: "A round is open already." });
});

test("a call that never reached the server says so", () => {
  expect(failureOf(TRPCClientError.from(new Error("fetch failed")))).toEqual({ code: "network.down", message: null });
});

test("anything else is our own fault and shows no internals", () => {
  expect(failureOf(new TypeError("x is undefined"))).toEqual({ code: "other", message: null });
  expect(failureOf("?")).toEqual({ code: "other", message: null });
});
