import { z } from "zod";

import { endInOrder } from "#server/platform/lifecycle.ts";
import { logger } from "#server/platform/logger.ts";
import { loadOrMakeSecret } from "#server/platform/secrets.ts";

import { startEmbeddedPostgres } from "./embedded-postgres.ts";

// The embedded server's keeper: it outlives a killed supervisor just long enough to stop the server.
const [dataDir] = z.tuple([z.string()]).parse(process.argv.slice(2));
try {
  const postgres = await startEmbeddedPostgres({ dataDir, password: loadOrMakeSecret(dataDir, "postgres-password") });
  endInOrder(logger, () => postgres.stop());
  void postgres.exited.then(() => process.exit(1));
  process.send?.({ kind: "ready", url: postgres.url });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
