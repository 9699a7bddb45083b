import { join } from "node:path";

import type { SandboxHealth } from "#sandbox/contract.ts";
import { buildDocument, vendorCacheDir } from "#sandbox/documents/build-document.ts";
import { createCompiler } from "#sandbox/documents/compiler.ts";
import type { Compiler } from "#sandbox/documents/compiler.ts";
import { toolchainId } from "#sandbox/documents/toolchain.ts";
import type { SandboxEnv } from "#sandbox/env.ts";
import { createDiskObjectStore } from "#sandbox/object-store.ts";
import { VERIFICATION_POLICY_VERSION } from "#sandbox/runner/runner-version.ts";
import type { Verifier, VerifierOptions } from "#sandbox/runner/verifier.ts";

import { startControlServer } from "./control-server.ts";
import type { ControlOperations } from "./control-server.ts";
import { startDocumentServer } from "./document-server.ts";

/** Makes the verification half; `createVerifier` of the runner, or what a test puts in its place. */
export type VerifierFactory = (options: VerifierOptions) => Promise<Verifier>;

export type Sandbox = { readonly documentPort: number; readonly controlPort: number; close(): Promise<void> };

/** Where blobs lie on disk; the server opens the same directory. */
export function objectsDir(dataDir: string): string {
  return join(dataDir, "objects");
}

/** Stands in where no browser can be started. Documents are still built and served; nothing is judged. */
function absentVerifier(reason: string): Verifier {
  return {
    verify: async ({ documentHash }) => ({
      documentHash,
      verdict: "sandbox-fault",
      reason,
      signals: null,
      browser: "none",
      policyVersion: VERIFICATION_POLICY_VERSION,
      cpuMs: null,
      wallMs: 0,
    }),
    health: () => ({
      browser: null,
      queued: 0,
      running: 0,
      weakness: null,
      policyVersion: VERIFICATION_POLICY_VERSION,
    }),
    close: async () => undefined,
  };
}

/** The verifier, or its stand-in with the reason why there is none. */
async function startVerifier(
  createVerifier: VerifierFactory,
  options: VerifierOptions,
): Promise<{ verifier: Verifier; unavailable: string | null }> {
  try {
    return { verifier: await createVerifier(options), unavailable: null };
  } catch (error) {
    const unavailable = error instanceof Error ? error.message : String(error);
    return { verifier: absentVerifier(`Verification is not available: ${unavailable}`), unavailable };
  }
}

/** Health as the contract has it; beyond it a `reason`, for the person who asks why something is missing. */
function healthOf(
  verifier: Verifier,
  toolchain: string,
  unavailable: string | null,
): SandboxHealth & { reason?: string } {
  const { browser, queued, running, policyVersion, weakness } = verifier.health();
  const reason = unavailable ?? weakness;
  return {
    status: browser === null ? "degraded" : "ok",
    browser,
    policyVersion,
    toolchainId: toolchain,
    queued,
    running,
    ...(reason === null ? {} : { reason }),
  };
}

/** In the background: the first document should not wait for the compiler, and may never come. */
function warmUp(compiler: Compiler): void {
  compiler.warmUp().catch((error: unknown) => {
    process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
  });
}

/**
 * Starts everything that one sandbox process does.
 *
 * @param createVerifier may fail: a machine without a browser still builds and serves documents, and
 *   says in its health why it verifies none.
 * @throws {PortTakenError} when a port belongs to another program; nothing is left running then.
 */
export async function startSandbox(env: SandboxEnv, createVerifier: VerifierFactory): Promise<Sandbox> {
  const { SANDBOX_HOST: host, APP_ORIGIN: appOrigin, BROWSER_PATH: browserPath } = env;
  const objects = createDiskObjectStore(objectsDir(env.DATA_DIR));
  const documents = await startDocumentServer({
    port: env.SANDBOX_PORT,
    appOrigin,
    objects,
    host,
    hostSuffix: env.SANDBOX_HOST_SUFFIX,
  });
  const compiler = createCompiler({ cacheDir: vendorCacheDir(env.DATA_DIR) });
  warmUp(compiler);
  const { verifier, unavailable } = await startVerifier(createVerifier, {
    documentPort: documents.port,
    objects,
    appOrigin,
    ...(browserPath === undefined ? {} : { browserPath }),
  });

  const closeParts = async () => {
    compiler.close();
    await Promise.all([documents.close(), verifier.close()]);
  };
  try {
    const toolchain = toolchainId();
    const operations: ControlOperations = {
      build: (request) => buildDocument(request, { objects, compiler }),
      verify: (request) => verifier.verify(request),
      health: async () => healthOf(verifier, toolchain, unavailable),
    };
    const control = await startControlServer({ port: env.SANDBOX_CONTROL_PORT, host, operations });
    const close = async () => {
      await Promise.all([control.close(), closeParts()]);
    };
    return { documentPort: documents.port, controlPort: control.port, close };
  } catch (error) {
    await closeParts();
    throw error;
  }
}
