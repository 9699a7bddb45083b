import { createDiskObjectStore } from "#sandbox/object-store.ts";

import { createVerifier } from "../verifier.ts";

/** A service with a verifier and nothing to do, for tests that end it the hard way. */
await createVerifier({ documentPort: 1, objects: createDiskObjectStore("."), appOrigin: "http://localhost:3000" });
process.stdout.write("ready\n");
setInterval(() => {}, 60_000);
