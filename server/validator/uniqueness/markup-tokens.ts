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
  while (reader.index < html.length) {
    const text = take(reader, TEXT);
    if (text !== null) addTextInPlace(sink, "t", text);
    else if (take(reader, DROPPED) === null && !readElement(reader)) reader.index++;
  }
}

function take(reader: TagReader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.index;
  const [found] = pattern.exec(reader.code) ?? [];
  if (found === undefined) return null;
  reader.index += found.length;
  return found;
}

/** Elements that hold another language, with what ends them. Searched without changing case: that can change a text's length. */
const FOREIGN = [
  { start: /<script/iy, end: /<\/script|$/gi, isScript: true },
  { start: /<style/iy, end: /<\/style|$/gi, isScript: false },
];

function readElement(reader: TagReader): boolean {
  const start = reader.index;
  if (!readTag(reader, "html")) return false;
  while (reader.index < reader.code.length) {
    const before = reader.index;
    if (endOfTag(reader) !== null) break;
    if (reader.index === before) reader.index++;
  }
  for (const foreign of FOREIGN) {
    foreign.start.lastIndex = start;
    if (!foreign.start.test(reader.code)) continue;
    foreign.end.lastIndex = reader.index;
    const end = foreign.end.exec(reader.code)?.index ?? reader.code.length;
    const content = reader.code.slice(reader.index, end);
    if (foreign.isScript) addScriptTokensInPlace(content, reader.sink);
    else for (const token of styleTokens(content)) reader.sink.tokens.push(token);
    reader.index = end;
  }
  return true;
}
