import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Administrative URL of the PostgreSQL that this run uses. */
    databaseServerUrl: string;
  }
}

/** The server that `global-setup.ts` started (or was given) for this run. */
export async function testDatabaseServer(): Promise<string> {
  return inject("databaseServerUrl");
}
