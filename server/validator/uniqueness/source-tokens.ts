import { addMarkupTokensInPlace } from "./markup-tokens.ts";
import { addScriptTokensInPlace } from "./script-tokens.ts";
import { styleTokens } from "./style-tokens.ts";
import type { TokenSink } from "./token-sink.ts";

/** A file of a completion's source. */
export type SourceText = { readonly path: string; readonly content: string };

/** What one file says: `tokens` of its code, `texts` for people. */
export type FileTokens = { readonly tokens: readonly string[]; readonly texts: readonly string[] };

/**
 * Tokens of the files of a completion, each by its own language.
 *
 * What an author can change for nothing is folded or dropped: names, texts, numbers, colours, white space, comments. What is
 * left is how the interface is built.
 *
 * @param files  in any order; a path's ending tells its language, and everything unknown is read as a script.
 * @returns one entry per file, in the same order. O(total length).
 */
export function sourceTokens(files: readonly SourceText[]): FileTokens[] {
  return files.map(({ path, content }) => {
    const sink: TokenSink = { tokens: [], texts: [] };
    if (/\.html?$/i.test(path)) addMarkupTokensInPlace(content, sink);
    else if (/\.css$/i.test(path)) for (const token of styleTokens(content)) sink.tokens.push(token);
    else addScriptTokensInPlace(content, sink);
    return sink;
  });
}
