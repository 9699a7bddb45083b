import { addTextInPlace, type TokenSink } from "./token-sink.ts";
import { attributeToken } from "./vocabulary.ts";

/** A place in a text with tags: HTML, or a script with JSX. */
export type TagReader = { readonly code: string; index: number; readonly sink: TokenSink };

const TAG_START = /<\/?(?:[a-z][\w.:-]*(?=[\s/>{])|(?=>))/iy;

/**
 * Reads the beginning of a tag, up to its name.
 *
 * @param reader  stands at `<`; moved in place behind the name, or left alone when this is no tag.
 * @param language  in JSX a tag in upper case is the author's own, in HTML case means nothing.
 * @returns whether there was a tag. A tag of the author's own (`<Row`) has the token `<i`; the name of a closing tag has none,
 *   since the opening one said it.
 */
export function readTag(reader: TagReader, language: "html" | "jsx"): boolean {
  TAG_START.lastIndex = reader.index;
  const [found] = TAG_START.exec(reader.code) ?? [];
  if (found === undefined) return false;
  reader.index += found.length;
  const name = found.slice(1);
  if (name.startsWith("/")) return true;
  const own = language === "jsx" && (/^[A-Z]/.test(name) || name.includes("."));
  reader.sink.tokens.push(own ? "<i" : `<${name.toLowerCase()}`);
  return true;
}

const SPACE = /\s+/y;
const ATTRIBUTE = /[^\s=>/{"'<]+/y;
const QUOTED = /=?\s*(?:"([^"]*)"|'([^']*)')/y;
/** An attribute's value without quotes; in JSX a `{` begins an expression instead. */
const BARE = /=\s*[^\s>"'{]+/y;

function match(reader: TagReader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.index;
  const found = pattern.exec(reader.code);
  if (found) reader.index += found[0].length;
  return found;
}

/** Attributes whose value people read or hear. Others name things or style them. */
const SPOKEN = /^(?:alt|title|placeholder|label|value|aria-label|aria-description|aria-roledescription)$/;

/**
 * Reads one step inside a tag: white space, an attribute, its value, or the tag's end.
 *
 * @param reader  stands behind a tag's name; moved in place. A character that fits nowhere is left to the caller.
 * @returns `open` at `>`, `empty` at `/>`, null while the tag goes on.
 */
export function endOfTag(reader: TagReader): "open" | "empty" | null {
  const { code, sink } = reader;
  if (match(reader, SPACE)) return null;
  if (code[reader.index] === ">") {
    reader.index++;
    sink.tokens.push(">");
    return "open";
  }
  if (code.startsWith("/>", reader.index)) {
    reader.index += 2;
    sink.tokens.push(">");
    return "empty";
  }
  const value = match(reader, QUOTED);
  if (value) {
    const text = value[1] ?? value[2] ?? "";
    if (SPOKEN.test(sink.tokens.at(-1) ?? "")) addTextInPlace(sink, "s", text);
    return null;
  }
  if (match(reader, BARE)) return null;
  const attribute = match(reader, ATTRIBUTE);
  if (attribute) sink.tokens.push(attributeToken(attribute[0]));
  return null;
}
