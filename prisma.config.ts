import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma's CLI downloads a native schema engine at install time. Where that is impossible (offline
// machines, registries only) the stand-in answers the same protocol with the WASM build of the same
// engine. Set PRISMA_SCHEMA_ENGINE_BINARY to use a native one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL("./scripts/prisma-schema-engine.mjs", import.meta.url),
);
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // `prisma generate` needs a URL to parse, not a server to talk to.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://dojo:dojo@127.0.0.1:5432/dojo" },
});
