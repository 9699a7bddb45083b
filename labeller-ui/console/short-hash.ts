const HEAD = 6;
const TAIL = 4;

/** First and last characters of a digest or an address: enough to recognise one, never enough to check one. */
export function shortHash(hash: string): string {
  return hash.length <= HEAD + TAIL + 1 ? hash : `${hash.slice(0, HEAD)}…${hash.slice(-TAIL)}`;
}
