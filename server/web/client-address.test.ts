import { IncomingMessage } from "node:http";
import { Socket } from "node:net";

import { describe, expect, test } from "vitest";

import { createAddressReader } from "./client-address.ts";
import { mayReadMetrics } from "./metrics.ts";

function requestFrom(socketAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: socketAddress });
  return Object.assign(new IncomingMessage(socket), { headers });
}

const PROXY = "10.0.0.1";

describe("the address of a client", () => {
  test.each([
    ["without a proxy is the socket's, whatever the client claims", 0, "1.2.3.4", "203.0.113.9"],
    ["behind one proxy is what that proxy saw", 1, "1.2.3.4, 198.51.100.7", "198.51.100.7"],
    ["behind two is what the outer one saw", 2, "1.2.3.4, 198.51.100.7, 10.0.0.2", "198.51.100.7"],
    ["is the socket's when fewer proxies passed it on than there are", 2, "198.51.100.7", "203.0.113.9"],
    ["is the socket's when the header holds no address", 1, "unknown", "203.0.113.9"],
    ["may be of the newer kind", 1, "2001:db8::7", "2001:db8::7"],
  ])("%s", (_name, trustedProxies, forwarded, address) => {
    const request = requestFrom("203.0.113.9", { "x-forwarded-for": forwarded });
    expect(createAddressReader(trustedProxies)(request)).toBe(address);
  });
});

describe("metrics", () => {
  const access = (trustedProxies = 0, token?: string) => ({
    addressOf: createAddressReader(trustedProxies),
    trustedProxies,
    token,
  });
  const TOKEN = "a token of sixteen or more";

  test.each([
    ["on this machine", requestFrom("127.0.0.1"), access(), true],
    ["on this machine over IPv6", requestFrom("::1"), access(), true],
    ["on this machine over a mapped address", requestFrom("::ffff:127.0.0.1"), access(), true],
    ["from elsewhere", requestFrom("192.0.2.1"), access(), false],
    ["through a proxy of this machine", requestFrom("127.0.0.1", { "x-forwarded-for": "192.0.2.1" }), access(), false],
    ["through a trusted proxy", requestFrom(PROXY, { "x-forwarded-for": "192.0.2.1" }), access(1), false],
    ["claiming to be this machine", requestFrom("127.0.0.1", { "x-forwarded-for": "127.0.0.1" }), access(), false],
    ["with the token", requestFrom("192.0.2.1", { authorization: `Bearer ${TOKEN}` }), access(0, TOKEN), true],
    ["with another token", requestFrom("192.0.2.1", { authorization: "Bearer x" }), access(0, TOKEN), false],
    [
      "with a token where none is set",
      requestFrom("192.0.2.1", { authorization: "Bearer undefined" }),
      access(),
      false,
    ],
  ])("are read %s: see the table", (_name, request, to, allowed) => {
    expect(mayReadMetrics(to, request)).toBe(allowed);
  });
});
