import { compileDocument } from "./compile-document.ts";
import { compileOrderSchema } from "./compile-messages.ts";
import type { CompileReply } from "./compile-messages.ts";
import { loadVendorChunks } from "./vendor-chunks.ts";

/**
 * Entry of the compile process: untrusted source meets esbuild, Tailwind and parse5 here, in a
 * process that can be killed. It has no store; it answers each order with the bytes of a document.
 */

function reply(message: CompileReply): void {
  process.send?.(message);
}

// The parent is gone: so are those who wait for an answer.
process.on("disconnect", () => process.exit(0));
if (!process.connected) process.exit(0);

const cacheDir = process.argv[2];
if (cacheDir === undefined) throw new Error("The compile process needs a cache directory.");

const chunks = await loadVendorChunks(cacheDir);

process.on("message", async (message) => {
  const { id, request } = compileOrderSchema.parse(message);
  try {
    reply({ kind: "compiled", id, compiled: await compileDocument(request, chunks) });
  } catch (error) {
    reply({ kind: "failed", id, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

// Only now, so that the time to build the vendor chunks is not counted against the first source.
reply({ kind: "ready" });
