import { join } from "node:path";

import type { SandboxHealth, Verification, VerifyRequest } from "#sandbox/contract.ts";
import { buildDocument, vendorCacheDir } from "#sandbox/documents/build-document.ts";
import { createCompiler } from "#sandbox/documents/compiler.ts";
import { toolchainId } from "#sandbox/documents/toolchain.ts";
import type { SandboxEnv } from "#sandbox/env.ts";
import { createDiskObjectStore } from "#sandbox/object-store.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";
import { POLICY_VERSION } from "#sandbox/policy/policy-version.ts";

import { startControlServer } from "./control-server.ts";
import { startDocumentServer } from "./document-server.ts";

type VerifierHealth = Pick<SandboxHealth, "browser" | "queued" | "running">;

/** The verification half, as far as this half needs to know it. */
export type Verifier = {
  verify(request: VerifyRequest): Promise<Verification>;
  health(): VerifierHealth | Promise<VerifierHealth>;
  close(): Promise<void>;
};

export type VerifierFactory = (context: {
  documentPort: number;
  objects: ObjectStore;
  env: SandboxEnv;
}) => Promise<Verifier>;

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
      policyVersion: POLICY_VERSION,
      cpuMs: null,
      wallMs: 0,
    }),
    health: () => ({ browser: null, queued: 0, running: 0 }),
    close: async () => undefined,
  };
}

/**
 * Starts everything that one sandbox process does.
 *
 * @param createVerifier may fail: a machine without a browser still builds and serves documents, and
 *   says in its health why it verifies none.
 * @throws {PortTakenError} when a port belongs to another program; nothing is left running then.
 */
export async function startSandbox(env: SandboxEnv, createVerifier: VerifierFactory): Promise<Sandbox> {
  const objects = createDiskObjectStore(objectsDir(env.DATA_DIR));
  const host = env.SANDBOX_HOST;
  const documents = await startDocumentServer({
    port: env.SANDBOX_PORT,
    appOrigin: env.APP_ORIGIN,
    objects,
    host,
    hostSuffix: env.SANDBOX_HOST_SUFFIX,
  });
  const compiler = createCompiler({ cacheDir: vendorCacheDir(env.DATA_DIR) });

  let unavailable: string | null = null;
  const verifier = await createVerifier({ documentPort: documents.port, objects, env }).catch((error: unknown) => {
    unavailable = error instanceof Error ? error.message : String(error);
    return absentVerifier(`Verification is not available: ${unavailable}`);
  });

  const toolchain = toolchainId();
  const closeParts = async () => {
    compiler.close();
    await Promise.all([documents.close(), verifier.close()]);
  };
  try {
    const control = await startControlServer({
      port: env.SANDBOX_CONTROL_PORT,
      host,
      operations: {
        build: (request) => buildDocument(request, { objects, compiler }),
        verify: (request) => verifier.verify(request),
        async health() {
          const health = await verifier.health();
          const status = health.browser === null ? "degraded" : "ok";
          const reason = unavailable === null ? {} : { reason: unavailable };
          return { status, ...health, policyVersion: POLICY_VERSION, toolchainId: toolchain, ...reason };
        },
      },
    });
    // In the background: the first document should not wait for it, and may never come.
    compiler.warmUp().catch((error: unknown) => {
      process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
    });
    return {
      documentPort: documents.port,
      controlPort: control.port,
      close: async () => {
        await Promise.all([control.close(), closeParts()]);
      },
    };
  } catch (error) {
    await closeParts();
    throw error;
  }
}
