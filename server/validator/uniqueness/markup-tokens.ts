import { addScriptTokensInPlace } from "./script-tokens.ts";
import { styleTokens } from "./style-tokens.ts";
import { endOfTag, readTag, type TagReader } from "./tag-tokens.ts";
import { addTextInPlace, type TokenSink } from "./token-sink.ts";

const TEXT = /[^<]+/y;
/** Comments and declarations; an unclosed comment goes on to the end, as in a browser. */
const DROPPED = /<!--[^]*?(?:-->|$)|<[!?][^>]*>?/y;

/**
 * Tokens of an HTML document: of its tags, of its style sheets and of its scripts.
 *
 * Never fails: what is not HTML is text.
 *
 * @param html  a document, any length; O(length).
 * @param sink  changed in place: tokens and texts are added.
 */
export function addMarkupTokensInPlace(html: string, sink: TokenSink): void {
  const reader: TagReader = { code: html, index: 0, sink };
  const lower = html.toLowerCase();
  while (reader.index < html.length) {
    const text = take(reader, TEXT);
    if (text !== null) addTextInPlace(sink, "t", text);
    else if (take(reader, DROPPED) === null && !readElement(reader, lower)) reader.index++;
  }
}

function take(reader: TagReader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.index;
  const [found] = pattern.exec(reader.code) ?? [];
  if (found === undefined) return null;
  reader.index += found.length;
  return found;
}

function readElement(reader: TagReader, lower: string): boolean {
  const start = reader.index;
  if (!readTag(reader)) return false;
  while (reader.index < reader.code.length) {
    const before = reader.index;
    if (endOfTag(reader) !== null) break;
    if (reader.index === before) reader.index++;
  }
  for (const name of ["script", "style"] as const) {
    if (!lower.startsWith(`<${name}`, start)) continue;
    const close = lower.indexOf(`</${name}`, reader.index);
    const end = close === -1 ? lower.length : close;
    const content = reader.code.slice(reader.index, end);
    if (name === "script") addScriptTokensInPlace(content, reader.sink);
    else reader.sink.tokens.push(...styleTokens(content));
    reader.index = end;
  }
  return true;
}
