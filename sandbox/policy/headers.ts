/**
 * The response headers of an untrusted document, as data. What each stops, and the attacks that
 * prove it, is in `sandbox/attacks`; two facts that are easy to undo by tidying up:
 *
 * - `Connection-Allowlist` is the only thing that closes WebRTC, DNS prefetch and self-navigation.
 *   No directive of the Content-Security-Policy does (Chromium 156: 9 STUN packets escaped without it).
 * - `allow-forms` together with `form-action 'none'` is deliberate: without the first no `onSubmit`
 *   handler runs, without the second a form sends its fields away.
 */

/** Kept in both places, attribute and header: either alone leaves one way of opening the document unsandboxed. */
export const SANDBOX_TOKENS = "allow-scripts allow-forms";

/** Attributes of every iframe that shows a document. No `name`: a named frame can be addressed by others. */
export const IFRAME_ATTRIBUTES = {
  sandbox: SANDBOX_TOKENS,
  allow: "",
  referrerpolicy: "no-referrer",
} as const;

/** Directives without the two that depend on where the document is shown. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "font-src data:",
  "media-src data: blob:",
  "connect-src 'none'",
  "worker-src 'none'",
  "child-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "manifest-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
] as const;

/**
 * Every feature that Chromium 156 lists in `document.featurePolicy.features()` and that lends a page
 * something of the visitor's device. All are denied to the document and to whatever it embeds.
 */
export const DENIED_FEATURES = [
  "accelerometer",
  "aria-notify",
  "autoplay",
  "browsing-topics",
  "camera",
  "captured-surface-control",
  "clipboard-read",
  "clipboard-write",
  "compute-pressure",
  "cross-origin-isolated",
  "deferred-fetch",
  "deferred-fetch-minimal",
  "digital-credentials-create",
  "digital-credentials-get",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "interest-cohort",
  "keyboard-map",
  "language-detector",
  "language-model",
  "local-fonts",
  "local-network",
  "local-network-access",
  "loopback-network",
  "magnetometer",
  "media-playback-while-not-visible",
  "microphone",
  "midi",
  "on-device-speech-recognition",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "private-state-token-issuance",
  "private-state-token-redemption",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "speaker-selection",
  "storage-access",
  "summarizer",
  "sync-xhr",
  "translator",
  "unload",
  "usb",
  "window-management",
  "xr-spatial-tracking",
] as const;

/**
 * All headers of a document that may be framed by the pages of `appOrigin` only.
 *
 * @throws {TypeError} when `appOrigin` is not an absolute http(s) address: it becomes part of a
 *   header, where a stray `;` would start a directive of its own.
 */
export function documentHeaders(appOrigin: string): Readonly<Record<string, string>> {
  const { origin, protocol } = new URL(appOrigin);
  if (protocol !== "http:" && protocol !== "https:") {
    throw new TypeError(`The address of the application must start with http:// or https://, not ${protocol}`);
  }
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": [
      ...CONTENT_SECURITY_POLICY,
      `frame-ancestors ${origin}`,
      `sandbox ${SANDBOX_TOKENS}`,
    ].join("; "),
    "Connection-Allowlist": "()",
    "Permissions-Policy": DENIED_FEATURES.map((feature) => `${feature}=()`).join(", "),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cache-Control": "private, max-age=31536000, immutable",
  };
}

/** Headers of every answer that is not a document: plain text that cannot run, be framed or be kept. */
export const REFUSAL_HEADERS = {
  "Content-Type": "text/plain; charset=utf-8",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
} as const;
