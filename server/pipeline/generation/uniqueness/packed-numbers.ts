/** Bytes of one number. */
const NUMBER_BYTES = 4;

/** Numbers as a row keeps them: 32 bits each, little-endian whatever the machine is. */
export function pack(numbers: readonly number[], write: "writeUInt32LE" | "writeFloatLE"): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * NUMBER_BYTES);
  for (const [index, value] of numbers.entries()) bytes[write](value, index * NUMBER_BYTES);
  return bytes;
}

/** The numbers that `pack` packed. */
export function unpack(bytes: Uint8Array, read: "readUInt32LE" | "readFloatLE"): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / NUMBER_BYTES }, (_, index) => buffer[read](index * NUMBER_BYTES));
}
