import { describe, expect, test } from "vitest";

import { createVault } from "#server/platform/secrets.ts";

import { createSessionCookie } from "./session-cookie.ts";

const vault = createVault("a master secret for tests, 32 characters and more");
const cookie = createSessionCookie({ vault, appOrigin: "http://localhost:3000" });
const pairOf = (setCookie: string) => setCookie.split(";")[0] ?? "";
const request = (header: string) => new Headers({ cookie: header });

describe("the session cookie", () => {
  test("gives back the token that it was issued for, among other cookies", () => {
    const pair = pairOf(cookie.issue("tok-en_1"));
    expect(cookie.read(request(`theme=dark; ${pair}; other=1`))).toBe("tok-en_1");
  });

  test("gives nothing when token or signature was changed", () => {
    const pair = pairOf(cookie.issue("token"));
    expect(cookie.read(request(pair.replace("=token.", "=tokem.")))).toBeNull();
    const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    const decoded = decodeURIComponent(value);
    const flipped = decoded.replace(/\.(.)/, (_, first: string) => `.${first === "A" ? "B" : "A"}`);
    expect(cookie.read(request(`${name}=${encodeURIComponent(flipped)}`))).toBeNull();
  });

  test("gives nothing without a signature of the right length, an escape that decodes, or a header at all", () => {
    for (const header of ["dojo.session_token=token", "dojo.session_token=%E0%A4%A", "dojo.session_token=.x", "x=y"]) {
      expect(cookie.read(request(header))).toBeNull();
    }
    expect(cookie.read(new Headers())).toBeNull();
  });

  test("is not accepted by an installation with another secret", () => {
    const other = createSessionCookie({
      vault: createVault("another master secret, also 32 characters long"),
      appOrigin: "http://localhost:3000",
    });
    expect(other.read(request(pairOf(cookie.issue("token"))))).toBeNull();
  });

  test("is bound to its host, hidden from scripts and kept from other sites; over TLS also secure", () => {
    expect(cookie.issue("token")).toMatch(
      /^dojo\.session_token=.*; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const secure = createSessionCookie({ vault, appOrigin: "https://dojo.example" });
    expect(secure.issue("token")).toMatch(
      /^__Host-dojo\.session_token=.*; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(secure.expire()).toBe("__Host-dojo.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict; Secure");
  });
});
