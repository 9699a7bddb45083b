/** What went wrong, as far as a page may know: a stable code and the server's own sentence about it. */
export type Failure = { readonly code: string; readonly message: string | null };

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

/**
 * Reads a failed call. A refusal carries `data.refusal.code`; an error of the API client without data
 * never reached the server; anything else is a bug of the page.
 */
export function failureOf(error: unknown): Failure {
  const data = property(error, "data");
  const code = property(property(data, "refusal"), "code");
  if (typeof code === "string") {
    const message = property(error, "message");
    return { code, message: typeof message === "string" && message !== "" ? message : null };
  }
  const isClientError = error instanceof Error && error.name === "TRPCClientError";
  return { code: isClientError ? "network.down" : "other", message: null };
}
