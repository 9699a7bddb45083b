/** What went wrong, as far as a page may know: a stable code and the server's own sentence about it. */
export type Failure = {
  readonly code: string;
  readonly message: string | null;
  /** Whether the same call may succeed another time; a refusal stays a refusal however often one asks. */
  readonly mayPass: boolean;
};

const FINAL_STATUS: readonly unknown[] = [400, 401, 403, 404];

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
    return {
      code,
      message: typeof message === "string" && message !== "" ? message : null,
      mayPass: !FINAL_STATUS.includes(property(data, "httpStatus")),
    };
  }
  const isClientError = error instanceof Error && error.name === "TRPCClientError";
  return { code: isClientError ? "network.down" : "other", message: null, mayPass: true };
}
