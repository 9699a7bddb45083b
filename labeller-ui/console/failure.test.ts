import { expect, test } from "vitest";

import { failureOf } from "./failure.ts";

/** What the API client throws. */
const clientError = (message: string, data?: { httpStatus: number; refusal: { code: string } }) =>
  Object.assign(new Error(message), { name: "TRPCClientError", data });

test("a refusal keeps its code and the server's sentence", () => {
  const error = clientError("A round is open already.", { httpStatus: 409, refusal: { code: "round.already-open" } });
  expect(failureOf(error)).toEqual({
    code: "round.already-open",
    message: "A round is open already.",
    mayPass: true,
  });
});

test("what does not exist or is forbidden is not worth asking again", () => {
  const error = clientError("No such round.", { httpStatus: 404, refusal: { code: "round.unknown" } });
  expect(failureOf(error).mayPass).toBe(false);
});

test("a call that never reached the server says so", () => {
  expect(failureOf(clientError("fetch failed"))).toEqual({ code: "network.down", message: null, mayPass: true });
});

test("anything else is our own fault and shows no internals", () => {
  expect(failureOf(new TypeError("x is undefined"))).toEqual({ code: "other", message: null, mayPass: true });
  expect(failureOf("?")).toEqual({ code: "other", message: null, mayPass: true });
});
