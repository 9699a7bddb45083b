import { expect, test } from "vitest";

import { DENIED_FEATURES, IFRAME_ATTRIBUTES, REFUSAL_HEADERS, documentHeaders } from "./headers.ts";
import { POLICY_VERSION } from "./policy-version.ts";

test("a document's headers are exactly the measured set", () => {
  const { "Permissions-Policy": permissions, ...headers } = documentHeaders("https://app.example");
  expect(headers).toEqual({
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy":
      "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; media-src data: blob:; connect-src 'none'; worker-src 'none'; child-src 'none'; frame-src 'none'; object-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors https://app.example; sandbox allow-scripts allow-forms",
    "Connection-Allowlist": "()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cache-Control": "private, max-age=31536000, immutable",
  });
  expect(permissions).toMatch(/^accelerometer=\(\), /);
  expect(permissions?.split(", ")).toHaveLength(DENIED_FEATURES.length);
  expect(permissions).toContain("camera=()");
});

test("no policy grants an origin of its own, a navigation, a popup, a dialog or a download", () => {
  const granted = `${documentHeaders("https://app.example")["Content-Security-Policy"]} ${IFRAME_ATTRIBUTES.sandbox}`;
  expect(granted).not.toMatch(/allow-(same-origin|top-navigation|popups|modals|downloads|pointer-lock|storage)/);
});

test("an application address cannot smuggle a directive into the headers", () => {
  expect(documentHeaders("https://app.example/;script-src *")["Content-Security-Policy"]).not.toContain("script-src *");
  expect(() => documentHeaders("javascript:alert(1)")).toThrow(TypeError);
  expect(() => documentHeaders("*")).toThrow(TypeError);
});

test("an answer that is not a document cannot run, be framed or be kept", () => {
  expect(REFUSAL_HEADERS["Content-Security-Policy"]).toContain("default-src 'none'; frame-ancestors 'none'; sandbox");
  expect(REFUSAL_HEADERS["Cache-Control"]).toBe("no-store");
});

test("the policy version is a short name that tells versions apart", () => {
  expect(POLICY_VERSION).toMatch(/^[0-9a-f]{16}$/);
});
