import { mkdirSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";

/** What must hold before anything is started; each failure is one sentence that says what to do. */

/** A first start writes about 400 MB: build, database, documents, screenshots. */
const FREE_BYTES_MIN = 600 * 1024 * 1024;

export async function assertPortFree(host: string, port: number, setting: string): Promise<void> {
  await new Promise<void>((done, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        reject(new Error(`Port ${port} is taken: stop what uses it, or choose another with ${setting}=…`));
      else if (error.code === "EACCES")
        reject(new Error(`Port ${port} may not be used by this user: choose one above 1023 with ${setting}=…`));
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

export function assertDiskSpace(dataDir: string): void {
  const folder = resolve(dataDir);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Error(`DATA_DIR ${folder} cannot be made: choose a folder that this user may write to.`, { cause });
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < FREE_BYTES_MIN) {
    const megabytes = Math.round(free / 1024 / 1024);
    throw new Error(
      `The disk of ${folder} is nearly full (${megabytes} MB free, 600 MB needed): free some space or set DATA_DIR to another disk.`,
    );
  }
}
