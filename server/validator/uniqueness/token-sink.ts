/**
 * What a lexer has found so far: tokens without what an author chooses freely, and the words a person reads.
 *
 * `tokens` show a copy whose words were changed, `texts` one whose code was written anew.
 */
export type TokenSink = { readonly tokens: string[]; readonly texts: string[] };

/**
 * Adds a string or a text to a sink: one token, and its words.
 *
 * @param sink   changed in place.
 * @param token  the class of the literal, e.g. `s` for a string.
 * @param text   what it says. Blank text adds nothing at all.
 */
export function addTextInPlace(sink: TokenSink, token: string, text: string): void {
  const trimmed = text.trim();
  if (token === "t" && trimmed === "") return;
  sink.tokens.push(token);
  if (/\p{L}/u.test(trimmed) && !(token === "s" && NAMES_THINGS.test(trimmed))) sink.texts.push(trimmed);
}

/** Lists of classes, identifiers and paths: lower case, with punctuation inside of words. People do not read those. */
const NAMES_THINGS = /^(?=.*[\w\])][-:[/.#_][\w[(])[a-z\d\s:_[\]()/.,#%!@&*'"=+-]+$/;
