import { readSandboxEnv } from "./env.ts";
import { createVerifier } from "./runner/verifier.ts";
import { startSandbox } from "./server/start-sandbox.ts";
import type { Sandbox } from "./server/start-sandbox.ts";

/** Longer than a browser needs to end, shorter than the two seconds a supervisor waits. */
const SHUTDOWN_MS = 1_800;

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

let stopping = false;

/** Ends the process, with everything it started when that takes no longer than it may. */
async function shutDown(sandbox: Sandbox): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), SHUTDOWN_MS).unref();
  await sandbox.close().catch((error: unknown) => process.stderr.write(`sandbox: ${explain(error)}\n`));
  process.exit(0);
}

try {
  const env = readSandboxEnv();
  const sandbox = await startSandbox(env, createVerifier);
  const end = () => void shutDown(sandbox);
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  // Started by a supervisor with an IPC channel: without it nobody would ever stop this process.
  if (process.connected) process.once("disconnect", end);

  const documents = `http://*.${env.SANDBOX_HOST_SUFFIX}:${sandbox.documentPort}`;
  const control = `http://${env.SANDBOX_HOST}:${sandbox.controlPort}`;
  process.stdout.write(`sandbox ready: documents ${documents}, control ${control}\n`);
  // A supervisor waits for this on the IPC channel.
  process.send?.({ kind: "ready" }, () => {
    // A supervisor that has gone meanwhile is noticed by its channel.
  });
} catch (error) {
  process.stderr.write(`sandbox: ${explain(error)}\n`);
  process.exit(1);
}
