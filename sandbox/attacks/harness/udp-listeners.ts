import { createSocket } from "node:dgram";
import type { Socket } from "node:dgram";
import { networkInterfaces } from "node:os";

/** Resolves with the port. */
function bind(socket: Socket, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(port, address, () => {
      socket.off("error", reject);
      // Refused replies come back as errors of the socket; they say nothing about an attack.
      socket.on("error", () => undefined);
      resolve(socket.address().port);
    });
  });
}

/** An address of this machine that WebRTC would send from: it leaves loopback out. */
export function outwardAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find((address) => address.family === "IPv4" && !address.internal)?.address ?? "127.0.0.1";
}

export type PacketListener = { readonly port: number; packets(): number; close(): void };

/** Counts every packet; nobody answers. STUN, QUIC and everything else that goes by UDP ends here. */
export async function startPacketListener(): Promise<PacketListener> {
  const socket = createSocket("udp4");
  let packets = 0;
  socket.on("message", () => {
    packets += 1;
  });
  const port = await bind(socket, 0, "0.0.0.0");
  return { port, packets: () => packets, close: () => socket.close() };
}

export type NameServer = {
  /** Names with this text in them that somebody looked up. */
  lookUps(text: string): string[];
  close(): void;
};

/** The name in the question of a DNS message, which starts at byte 12. */
function questionName(message: Buffer): { name: string; end: number } | null {
  const labels: string[] = [];
  let at = 12;
  while (at < message.length) {
    const length = message[at] ?? 0;
    if (length === 0) return { name: labels.join(".").toLowerCase(), end: at + 5 };
    if (length > 63) return null;
    labels.push(message.subarray(at + 1, at + 1 + length).toString("latin1"));
    at += 1 + length;
  }
  return null;
}

/** Answers A questions with 127.0.0.1, so that an attack goes on to connect, and everything else with nothing. */
function reply(message: Buffer, end: number): Buffer {
  const isA = message.readUInt16BE(end - 4) === 1;
  const head = Buffer.from(message.subarray(0, end));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(isA ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1]);
  return isA ? Buffer.concat([head, record]) : head;
}

/**
 * The name server of a private network namespace.
 *
 * @throws {Error} when port 53 cannot be had.
 */
export async function startNameServer(): Promise<NameServer> {
  const socket = createSocket("udp4");
  const names: string[] = [];
  socket.on("message", (message, from) => {
    const question = questionName(message);
    if (!question || question.end > message.length) return;
    if (names.length < 10_000) names.push(question.name);
    socket.send(reply(message, question.end), from.port, from.address);
  });
  await bind(socket, 53, "127.0.0.1");
  return {
    lookUps: (text) => names.filter((name) => name.includes(text.toLowerCase())),
    close: () => socket.close(),
  };
}
