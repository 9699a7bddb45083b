import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join, dirname } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";

import { z } from "zod";

import type { TypeChecker, TypeDiagnostic } from "#server/pipeline/generation/model/ports.ts";

import { readFrames, type RpcMessage, writeFrame } from "./json-rpc.ts";

/** Holds the compiler options of a completion and the file that stands for whichever is being checked. */
const WORKSPACE = fileURLToPath(new URL("./workspace/", import.meta.url));
const CANDIDATE = pathToFileURL(join(WORKSPACE, "candidate.tsx")).href;

const ERROR = 1;
const reportSchema = z.object({
  items: z.array(
    z.object({
      range: z.object({ start: z.object({ line: z.number().int() }) }),
      severity: z.number().optional(),
      code: z.union([z.string(), z.number()]).optional(),
      message: z.string(),
    }),
  ),
});

export type LanguageServerOptions = {
  /** Longest check, in ms; a process that needs longer is killed. */
  readonly timeoutMs: number;
  /** Bytes at which the process collects garbage in earnest. */
  readonly memoryBytes: number;
  /** Program and arguments; by default TypeScript's own, as installed. */
  readonly command?: readonly [string, ...string[]];
};

/** The compiler of the installed TypeScript 7, without the Node process that usually stands before it. */
function compilerPath(): string {
  const { resolve } = createRequire(import.meta.url);
  const folder = dirname(resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`));
  return join(folder, "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
}

/**
 * TypeScript's language server, started on first use and kept warm: it reads types, it never runs the source. One
 * source at a time. A source that keeps it busy for too long (types can compute) costs its process, not the next check.
 */
export function createLanguageServer(options: LanguageServerOptions): TypeChecker {
  let session: Session | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  async function checkNow(source: string): Promise<readonly TypeDiagnostic[] | null> {
    if (!isSelfContained(source)) return null;
    let report: readonly TypeDiagnostic[] | null = null;
    try {
      session ??= startSession(options);
      report = await session.diagnose(source);
    } catch {
      // No compiler for this platform, or one that broke: types are advice, and there is none this time.
    }
    if (report === null) {
      session?.kill();
      session = null;
    }
    return report;
  }
  return {
    check(source) {
      const checked = queue.then(() => checkNow(source));
      queue = checked.catch(() => null);
      return checked;
    },
    async close() {
      await queue;
      session?.kill();
      session = null;
    },
  };
}

/** The compiler would read whatever a source refers to, and quote it in its messages. The bundler refuses these anyway. */
function isSelfContained(source: string): boolean {
  if (/^\s*\/\/\/\s*</m.test(source)) return false;
  const specifiers = [...source.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*(["'`])(.*?)\1/g)].map(
    ([, , name]) => name,
  );
  return specifiers.every((name) => name !== undefined && /^[a-z@][\w@/-]*$/i.test(name));
}

type Session = { diagnose(source: string): Promise<readonly TypeDiagnostic[] | null>; kill(): void };

function startSession(options: LanguageServerOptions): Session {
  const [program, ...args] = options.command ?? [compilerPath(), "--lsp", "--stdio"];
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(program, args, {
    cwd: WORKSPACE,
    stdio: ["pipe", "pipe", "ignore"],
    // Nothing of our environment: it checks untrusted text.
    env: { NODE_ENV: "production", GOMEMLIMIT: String(options.memoryBytes), GOMAXPROCS: "1" },
  });
  const waiting = new Map<number, (result: unknown) => void>();
  let nextId = 1;
  let version = 1;
  let ended = false;
  const end = () => {
    ended = true;
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  };
  child.once("exit", end);
  child.once("error", end);
  child.stdin.on("error", end);
  const answer = ({ id, method, result }: RpcMessage) => {
    if (typeof id === "number" && method === undefined) {
      waiting.get(id)?.(result);
      waiting.delete(id);
    } else if (id !== undefined) writeFrame(child.stdin, { id, result: null });
  };
  readFrames(child.stdout, answer, () => child.kill("SIGKILL"));
  const request = (method: string, params: unknown): Promise<unknown> =>
    ended
      ? Promise.resolve(null)
      : new Promise((resolve) => {
          const id = nextId++;
          waiting.set(id, resolve);
          writeFrame(child.stdin, { id, method, params });
        });
  const ready = initialise(request, child.stdin);
  return {
    async diagnose(source) {
      const timer = setTimeout(() => child.kill("SIGKILL"), options.timeoutMs);
      try {
        await ready;
        const textDocument = { uri: CANDIDATE, version: ++version };
        writeFrame(child.stdin, {
          method: "textDocument/didChange",
          params: { textDocument, contentChanges: [{ text: source }] },
        });
        const report = reportSchema.safeParse(
          await request("textDocument/diagnostic", { textDocument: { uri: CANDIDATE } }),
        );
        return report.success ? errorsOf(report.data) : null;
      } finally {
        clearTimeout(timer);
      }
    },
    kill: () => void child.kill("SIGKILL"),
  };
}

async function initialise(
  request: (method: string, params: unknown) => Promise<unknown>,
  stdin: Writable,
): Promise<void> {
  const rootUri = pathToFileURL(WORKSPACE).href;
  const capabilities = { textDocument: { diagnostic: {} } };
  await request("initialize", {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "completion" }],
    capabilities,
  });
  writeFrame(stdin, { method: "initialized", params: {} });
  const textDocument = { uri: CANDIDATE, languageId: "typescriptreact", version: 1, text: "export {};\n" };
  writeFrame(stdin, { method: "textDocument/didOpen", params: { textDocument } });
}

function errorsOf(report: z.infer<typeof reportSchema>): TypeDiagnostic[] {
  return report.items
    .filter((item) => item.severity === undefined || item.severity === ERROR)
    .map((item) => ({
      line: item.range.start.line + 1,
      code: `TS${item.code ?? ""}`,
      message: item.message.slice(0, 500),
    }));
}
