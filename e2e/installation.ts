import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Where the specs find the installation under test. */
export const INSTALLATION = {
  port: Number(process.env.E2E_PORT ?? 3200),
  sandboxPort: Number(process.env.E2E_SANDBOX_PORT ?? 4200),
  file: ".cache/e2e-installation.json",
} as const;

/** The environment in which a command finds the installation under test. */
export function installationEnv(): NodeJS.ProcessEnv {
  return envOf(JSON.parse(readFileSync(INSTALLATION.file, "utf8")).dataDir);
}

const envOf = (dataDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DATA_DIR: dataDir,
  PORT: String(INSTALLATION.port),
  SANDBOX_PORT: String(INSTALLATION.sandboxPort),
});

const READY = "Tasks are ready";
const READY_TIMEOUT_MS = 15 * 60_000;

/** `npm start` on an empty data directory, as a newcomer has it; the specs wait until its first tasks are verified. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "dojo-e2e-"));
  const child = spawn(process.execPath, ["scripts/run.mjs", "start"], {
    env: { ...envOf(dataDir), DOJO_SEED: "small", NODE_ENV: "production" },
    // The channel ends it with us, whatever ends us.
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
  await waitForWords(child, READY);
  mkdirSync(dirname(INSTALLATION.file), { recursive: true });
  writeFileSync(INSTALLATION.file, JSON.stringify({ dataDir }));
  return async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
}

function waitForWords(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(
      () => reject(new Error(`the installation was not ready in time:\n${output}`)),
      READY_TIMEOUT_MS,
    );
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes(words)) return;
      clearTimeout(timer);
      resolve();
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`the installation ended with ${code}:\n${output}`));
    });
  });
}
