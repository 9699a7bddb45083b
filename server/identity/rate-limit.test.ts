import { describe, expect, test } from "vitest";

import { createRateLimiter, networkOf } from "./rate-limit.ts";

function limiterAt(clock: { ms: number }) {
  return createRateLimiter({ capacity: 3, refillPerSecond: 0.5, nowMs: () => clock.ms });
}

describe("attempts from one network", () => {
  test("are refused after the capacity and allowed again as time passes", () => {
    const clock = { ms: 0 };
    const limiter = limiterAt(clock);
    for (let i = 0; i < 3; i++) limiter.take("192.0.2.1");
    expect(() => limiter.take("192.0.2.1")).toThrow(expect.objectContaining({ code: "rate.limited" }));
    clock.ms = 1_999;
    expect(() => limiter.take("192.0.2.1")).toThrow(expect.objectContaining({ code: "rate.limited" }));
    clock.ms = 2_000;
    limiter.take("192.0.2.1");
  });

  test("do not count against another network", () => {
    const limiter = limiterAt({ ms: 0 });
    for (let i = 0; i < 3; i++) limiter.take("192.0.2.1");
    limiter.take("192.0.2.2");
  });

  test("that succeed cost nothing", () => {
    const limiter = limiterAt({ ms: 0 });
    for (let i = 0; i < 100; i++) {
      limiter.take("192.0.2.1");
      limiter.giveBack("192.0.2.1");
    }
  });
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:DB8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("%s belongs to the network %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
