import { z } from "zod";

const portSchema = z.coerce.number().int().min(0).max(65_535);

const environmentSchema = z.object({
  /** Port of the untrusted documents. 0 picks a free one. */
  SANDBOX_PORT: portSchema.default(4001),
  /** Port of the control API, for the server only. */
  SANDBOX_CONTROL_PORT: portSchema.default(4002),
  /** Address to listen on. Behind a proxy in a container: 0.0.0.0. */
  SANDBOX_HOST: z.string().min(1).default("127.0.0.1"),
  /** Documents are served on every host below this name: `m<id>.localhost`. */
  SANDBOX_HOST_SUFFIX: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)
    .default("localhost"),
  /** Origin of the labelling pages: the only one that may frame a document. */
  APP_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .default("http://localhost:3000"),
  DATA_DIR: z.string().min(1).default(".data"),
  /** A Chromium to verify with; found among the usual places when it is not given. */
  BROWSER_PATH: z.string().min(1).optional(),
});

export type SandboxEnv = Readonly<z.infer<typeof environmentSchema>>;

/**
 * The environment of the sandbox, parsed. It is separate from the server's and holds no secret.
 *
 * @throws {Error} one sentence that names the variable and what is wrong with it.
 */
export function readSandboxEnv(variables: Readonly<Record<string, string | undefined>> = process.env): SandboxEnv {
  // An empty variable means "not set": that is how compose files and shells pass an absent one.
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const [issue] = parsed.error.issues;
  throw new Error(
    `${issue?.path.join(".") ?? "The environment"} is not usable: ${issue?.message ?? "unknown reason"}.`,
  );
}

/** What child processes inherit. Not the rest: untrusted code has no business near the caller's environment. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const inherited = ["PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH", "ESBUILD_BINARY_PATH"];
  const entries = inherited.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(entries), NODE_ENV: "production" };
}
