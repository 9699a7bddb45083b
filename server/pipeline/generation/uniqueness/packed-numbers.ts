/** Bytes of one number. */
const NUMBER_BYTES = 4;

/** Numbers as a row keeps them: 32 bits each, little-endian whatever the machine is. */
export function pack(numbers: Uint32Array | Float32Array): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * NUMBER_BYTES);
  for (const [index, value] of numbers.entries()) {
    if (numbers instanceof Float32Array) bytes.writeFloatLE(value, index * NUMBER_BYTES);
    else bytes.writeUInt32LE(value, index * NUMBER_BYTES);
  }
  return bytes;
}

/** Whole numbers that `pack` packed. */
export function unpackIntegers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Uint32Array(bytes.byteLength / NUMBER_BYTES);
  for (let index = 0; index < numbers.length; index++) numbers[index] = view.getUint32(index * NUMBER_BYTES, true);
  return numbers;
}

/** Fractions that `pack` packed. */
export function unpackFractions(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Float32Array(bytes.byteLength / NUMBER_BYTES);
  for (let index = 0; index < numbers.length; index++) numbers[index] = view.getFloat32(index * NUMBER_BYTES, true);
  return numbers;
}
