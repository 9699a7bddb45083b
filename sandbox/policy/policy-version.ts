import { createHash } from "node:crypto";

import { shimScript } from "#sandbox/shim/shim-script.ts";

import { IFRAME_ATTRIBUTES, documentHeaders } from "./headers.ts";
import { LIMITS, SHIM_LIMITS } from "./limits.ts";

/**
 * Names everything but its bytes that decides how a document behaves: headers, frame attributes, shim
 * and limits. A verification is valid for one version. Computed, so that nobody can forget to raise
 * it; the origin of the application is left out, it changes nothing about a verdict.
 */
export const POLICY_VERSION: string = createHash("sha256")
  .update(JSON.stringify([documentHeaders("http://app.invalid"), IFRAME_ATTRIBUTES, LIMITS, SHIM_LIMITS, shimScript()]))
  .digest("hex")
  .slice(0, 16);
