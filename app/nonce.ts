import { headers } from "next/headers";

/** The nonce of this answer's own policy, which `server/web/security-headers.ts` puts on the request. */
export async function currentNonce(): Promise<string | undefined> {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
