import type { IncomingMessage, ServerResponse } from "node:http";

import { cryptoRandomness } from "#server/platform/random.ts";

/** Headers of every answer of the app's origin. Pages get a Content-Security-Policy with a nonce of their own. */
export type SecurityHeaders = {
  onEveryAnswer(response: ServerResponse): void;
  /** Next reads the nonce from the request's own policy header and puts it on its inline scripts. */
  onPage(request: IncomingMessage, response: ServerResponse): void;
};

const NONCE_BYTES = 16;

export function createSecurityHeaders(options: {
  appOrigin: string;
  sandboxOrigin: string;
  dev: boolean;
}): SecurityHeaders {
  const frames = options.sandboxOrigin.replace("{mount}", "*");
  const secure = options.appOrigin.startsWith("https:");
  // Hot reload evaluates code; nothing else may.
  const evalForDev = options.dev ? " 'unsafe-eval'" : "";
  return {
    onEveryAnswer(response) {
      response.setHeader("x-content-type-options", "nosniff");
      response.setHeader("referrer-policy", "no-referrer");
      response.setHeader("cross-origin-opener-policy", "same-origin");
      response.setHeader("cross-origin-resource-policy", "same-origin");
      if (secure) response.setHeader("strict-transport-security", "max-age=63072000; includeSubDomains");
    },
    onPage(request, response) {
      const nonce = Buffer.from(cryptoRandomness.bytes(NONCE_BYTES)).toString("base64");
      const policy = [
        "default-src 'self'",
        `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalForDev}`,
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        `connect-src 'self'${options.dev ? " ws:" : ""}`,
        // The frame may go to a sandbox host and nowhere else: this is what stops `location = "https://evil"` in it.
        `frame-src ${frames}`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join("; ");
      request.headers["content-security-policy"] = policy;
      response.setHeader("content-security-policy", policy);
    },
  };
}
