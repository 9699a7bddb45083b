import { randomBytes } from "node:crypto";

import { uncheckedHtmlDocument } from "#sandbox/documents/html-document.ts";
import { padDocument } from "#sandbox/documents/padding.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";

import { CLICK_PROBE, RESULT_PROBE } from "./benign-document.ts";
import { startCollector } from "./collector.ts";
import type { Collector } from "./collector.ts";
import { attackHtml } from "./corpus.ts";
import type { Attack, Targets } from "./corpus.ts";
import type { Facts } from "./oracles.ts";
import { outwardAddress, startPacketListener } from "./udp-listeners.ts";
import type { PacketListener } from "./udp-listeners.ts";

/** Below a reserved name: wherever the question goes, it means nothing there. */
const CANARY_ZONE = "dojo-canary.test";

/** Says which names somebody looked up; null where that cannot be seen. */
export type LookUps = ((text: string) => string[]) | null;

/**
 * Everything on the network that one attack may not reach. Each attack has its own, so that what
 * arrives belongs to it however many run at the same time.
 */
export type Traps = {
  readonly targets: Targets;
  /** The document as it was written, with its targets filled in. */
  readonly html: string;
  facts(): Facts;
  close(): Promise<void>;
};

function firstOf(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : `${lines.length} (${lines[0] ?? ""})`;
}

function networkFacts(parts: {
  evil: Collector;
  internal: Collector;
  packets: PacketListener;
  lookUps: LookUps;
  token: string;
}): Facts {
  const packets = parts.packets.packets();
  const silent = parts.evil.silentConnections();
  return {
    hits: firstOf(parts.evil.hits),
    internalHits: firstOf(parts.internal.hits),
    stun: packets > 0 ? `${packets} packets` : null,
    udp: packets > 0 ? `${packets} packets` : null,
    tcp: silent > 0 ? `${silent} connections` : null,
    ...(parts.lookUps ? { dns: firstOf(parts.lookUps(parts.token)) } : {}),
  };
}

export async function setTraps(options: {
  corpusDir: string;
  attack: Attack;
  appOrigin: string;
  lookUps: LookUps;
  /** Whether somebody clicks in it, and has to know that the click arrived. */
  clicks: boolean;
}): Promise<Traps> {
  const { attack, lookUps } = options;
  const [evil, internal, packets] = await Promise.all([startCollector(), startCollector(), startPacketListener()]);
  const token = randomBytes(8).toString("hex");
  const evilHost = `evil.localhost:${evil.port}`;
  const stunHost = `${outwardAddress()}:${packets.port}`;
  const targets: Targets = {
    EVIL: `http://${evilHost}`,
    EVIL_WS: `ws://${evilHost}`,
    EVIL_HOSTPORT: evilHost,
    STUN: `stun:${stunHost}`,
    STUN_HOSTPORT: stunHost,
    DNS: `${token}.${CANARY_ZONE}`,
    APP: options.appOrigin,
    INTERNAL: `http://127.0.0.1:${internal.port}`,
    INTERNAL_PORT: String(internal.port),
    TOKEN: token,
  };
  const asksResults = attack.oracles.some((oracle) => oracle.startsWith("r:"));
  const probes = [...(asksResults ? [RESULT_PROBE] : []), ...(options.clicks ? [CLICK_PROBE] : [])];
  return {
    targets,
    html: [attackHtml(options.corpusDir, attack, targets), ...probes].join(""),
    facts: () => networkFacts({ evil, internal, packets, lookUps, token }),
    close: async () => {
      packets.close();
      await Promise.all([evil.close(), internal.close()]);
    },
  };
}

/** Stores HTML as a document with the shim and without any check. */
export function storeUnchecked(objects: ObjectStore, html: string): Promise<string> {
  return objects.put(padDocument(uncheckedHtmlDocument(html), 0));
}
