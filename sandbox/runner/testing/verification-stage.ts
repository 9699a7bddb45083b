import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { CheckStep, Verification, VerifyRequest } from "#sandbox/contract.ts";
import { uncheckedHtmlDocument } from "#sandbox/documents/html-document.ts";
import { padDocument } from "#sandbox/documents/padding.ts";
import { createDiskObjectStore } from "#sandbox/object-store.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";
import { startDocumentServer } from "#sandbox/server/document-server.ts";

import { createVerifier } from "../verifier.ts";
import type { Verifier, VerifierOptions } from "../verifier.ts";

const APP_ORIGIN = "http://localhost:3000";

/** Everything a verification needs, with the real document server, shim and browser. */
export type VerificationStage = {
  readonly objects: ObjectStore;
  readonly verifier: Verifier;
  /** Stores HTML as a document, shim included, without the checks that a miner's document goes through. */
  store(html: string): Promise<string>;
  /** Verifies HTML at 1280 px without axe, unless the request says otherwise. */
  verify(html: string, request?: Partial<VerifyRequest>): Promise<Verification>;
  /** Runs one check and returns its message: null when it passed. */
  check(html: string, steps: CheckStep[]): Promise<string | null>;
  close(): Promise<void>;
};

export async function openVerificationStage(options: Partial<VerifierOptions> = {}): Promise<VerificationStage> {
  const dir = await mkdtemp(join(tmpdir(), "dojo-stage-"));
  const objects = createDiskObjectStore(dir);
  const documents = await startDocumentServer({ port: 0, appOrigin: APP_ORIGIN, objects });
  const verifier = await createVerifier({ documentPort: documents.port, objects, appOrigin: APP_ORIGIN, ...options });
  const store = (html: string) => objects.put(padDocument(uncheckedHtmlDocument(html), 0));
  const verify = async (html: string, request: Partial<VerifyRequest> = {}) =>
    verifier.verify({ documentHash: await store(html), viewports: [1280], axe: false, ...request });
  return {
    objects,
    verifier,
    store,
    verify,
    async check(html, steps) {
      const checks = [{ id: "one", says: "The step under test works", weight: 1, steps }];
      const verification = await verify(html, { checks });
      const [outcome] = verification.signals?.checks ?? [];
      if (!outcome) throw new Error(`no check was run: ${verification.verdict} ${verification.reason}`);
      return outcome.message;
    },
    async close() {
      await verifier.close();
      await documents.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A page around the given body, so that each case shows only what it is about. */
export function pageWith(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body><h1>Title of the page</h1>${body}</body></html>`;
}
