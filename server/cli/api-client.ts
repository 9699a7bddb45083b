import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";

import type { AppRouter } from "#server/api/root.ts";

/** A signed-in program: our tRPC API over HTTP, with the cookies of one session. */
export type ApiClient = ReturnType<typeof createTRPCClient<AppRouter>>;
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
export type Session = { api: ApiClient; fetch: Fetch };

/** A new, anonymous session. Signing in through it keeps the cookie for every later call. */
export function createSession(origin: string): Session {
  const cookies = new Map<string, string>();
  const withCookies: Fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookies.size > 0) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";", 1);
      const at = pair.indexOf("=");
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const link = httpLink({
    url: `${origin}/api/trpc`,
    transformer: superjson,
    fetch: (url, init) => withCookies(url, toRequestInit(init)),
  });
  return { api: createTRPCClient<AppRouter>({ links: [link] }), fetch: withCookies };
}

/** tRPC describes a request in its own, looser type. */
function toRequestInit(
  init:
    | { method?: string | undefined; body?: unknown; headers?: HeadersInit | Record<string, string> | undefined }
    | undefined,
): RequestInit {
  const request: RequestInit = {};
  if (init?.method !== undefined) request.method = init.method;
  if (typeof init?.body === "string") request.body = init.body;
  if (init?.headers !== undefined) request.headers = init.headers;
  return request;
}
