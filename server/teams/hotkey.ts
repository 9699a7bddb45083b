import { checkAddress, decodeAddress } from "@polkadot/util-crypto";

import { DomainError } from "#server/errors.ts";

/** The network's address format: every hotkey and coldkey begins with a 5. */
const SS58_PREFIX = 42;
const PUBLIC_KEY_BYTES = 32;

/** Refuses anything but an SS58 address of a 32-byte key with the subnet's prefix and a right checksum. */
export function assertAddress(address: string, which: "hotkey" | "coldkey"): void {
  const [valid] = checkAddress(address, SS58_PREFIX);
  // SS58 also encodes short account indices, which nobody can sign with.
  if (valid && decodeAddress(address).length === PUBLIC_KEY_BYTES) return;
  throw new DomainError("invalid", `miner.bad-${which}`, `This ${which} is not a valid address. Copy it again, whole.`);
}
