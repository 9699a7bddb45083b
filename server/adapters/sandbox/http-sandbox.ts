import type { z } from "zod";

import { buildResultSchema, CONTROL_HEADER, sandboxHealthSchema, verificationSchema } from "#sandbox/contract.ts";
import { DomainError } from "#server/errors.ts";
import type { Sandbox } from "#server/platform/deps.ts";

/** Longer than the longest verification (60 s) plus its place in the queue. */
const TIMEOUT_MS = 180_000;

/** A kept-alive connection may be closed by the other side just as it is used. Every call may be repeated, so it is. */
const fetchTwice = (url: URL, init: RequestInit) => fetch(url, init).catch(() => fetch(url, init));

/** The sandbox process over its control API. Its faults are `unavailable`: retry later, charge nobody. */
export function createHttpSandbox(controlUrl: string): Sandbox {
  const call = async <Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    body?: unknown,
  ): Promise<z.infer<Schema>> => {
    const init: RequestInit = { headers: { [CONTROL_HEADER]: "1" }, signal: AbortSignal.timeout(TIMEOUT_MS) };
    if (body !== undefined) {
      init.method = "POST";
      init.headers = { [CONTROL_HEADER]: "1", "content-type": "application/json" };
      init.body = JSON.stringify(body);
    }
    const response = await fetchTwice(new URL(path, controlUrl), init).catch((cause: unknown) => {
      const message = `The sandbox does not answer at ${controlUrl}.`;
      throw new DomainError("unavailable", "sandbox.unreachable", message, { cause });
    });
    if (!response.ok) {
      const text = (await response.text()).slice(0, 300);
      throw new DomainError(
        "unavailable",
        "sandbox.refused",
        `The sandbox answered ${response.status} to ${path}: ${text}`,
      );
    }
    return schema.parse(await response.json());
  };
  return {
    build: (request) => call(buildResultSchema, "/build", request),
    verify: (request) => call(verificationSchema, "/verify", request),
    health: () => call(sandboxHealthSchema, "/health"),
  };
}
