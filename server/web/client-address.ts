import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** The address behind a request: what rate limits count by and what sessions remember. */
export type AddressReader = (request: IncomingMessage) => string;

/**
 * Reads the client's address: the socket's, or, behind proxies of ours, the one that the outermost of them saw. Each proxy
 * appends to `X-Forwarded-For` whom it was asked by, so only as many entries from the right as there are proxies can be
 * believed; whatever stands further left was sent by the client.
 *
 * @param trustedProxies  how many proxies stand in front of this process; with 0 the header is not read.
 */
export function createAddressReader(trustedProxies: number): AddressReader {
  return (request) => {
    const socket = request.socket.remoteAddress ?? "unknown";
    if (trustedProxies === 0) return socket;
    const forwarded = headerOf(request, "x-forwarded-for").split(",");
    const claimed = forwarded.at(-trustedProxies)?.trim() ?? "";
    return isIP(claimed) === 0 ? socket : claimed;
  };
}

/** Whether a proxy has passed this request on, trusted or not. */
export const isForwarded = (request: IncomingMessage): boolean =>
  ["x-forwarded-for", "forwarded", "x-real-ip"].some((name) => request.headers[name] !== undefined);

/** Whether an address is of this machine itself. */
export const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : (value ?? "");
}
