import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A port that somebody else has, said in one sentence for the person who started the sandbox. */
export class PortTakenError extends Error {
  constructor(host: string, port: number, cause: unknown) {
    super(`Port ${port} on ${host} is taken by another program: stop it, or choose another port.`, { cause });
    this.name = "PortTakenError";
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Listens, and returns the port (a free one for 0). */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: unknown) =>
      reject(codeOf(error) === "EADDRINUSE" ? new PortTakenError(host, port, error) : error);
    server.once("error", onError);
    server.listen({ port, host }, () => {
      server.off("error", onError);
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === "string") reject(new Error("The server listens on no port."));
      else resolve(address.port);
    });
  });
}

/** Whether an error of `listen` means that this machine has no such address (IPv6 is often switched off). */
export function isAddressAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT" || code === "EINVAL";
}

/** Stops listening and ends the connections: browsers keep theirs open for minutes. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
