/**
 * Tokens of a style sheet: what is styled how often and by which properties, without names and values.
 *
 * Of a selector only its pseudo-classes are kept, of a declaration only its property; values are what restyling changes. The
 * declarations of a block are sorted, because their order is nearly free. Never fails: what is not CSS gives other tokens.
 *
 * @param css  a style sheet, or what claims to be one.
 * @returns tokens in order. O(length).
 */
export function styleTokens(css: string): string[] {
  const tokens: string[] = [];
  const blocks: string[][] = [[]];
  let start = 0;
  const text = css.replaceAll(/\/\*[^]*?(?:\*\/|$)/g, " ");
  const endDeclaration = (end: number) => {
    const token = declarationToken(text.slice(start, end));
    if (token !== null) blocks.at(-1)?.push(token);
  };
  // Pushed one by one: a list as long as a source would not fit into the arguments of one call.
  const closeBlock = () => {
    const block = blocks.length > 1 ? blocks.pop() : undefined;
    for (const token of (block ?? []).toSorted()) tokens.push(token);
    tokens.push("}");
  };
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '"' || char === "'") index = endOfQuoted(text, index);
    else if (char === "(") index = endOfParentheses(text, index);
    else if (char === "{") {
      for (const token of (blocks.at(-1) ?? []).splice(0).toSorted()) tokens.push(token);
      tokens.push(...selectorTokens(text.slice(start, index)), "{");
      blocks.push([]);
      start = index + 1;
    } else if (char === ";" || char === "}") {
      endDeclaration(index);
      start = index + 1;
      if (char === "}") closeBlock();
    }
  }
  endDeclaration(text.length);
  for (const block of blocks.toReversed()) for (const token of block.toSorted()) tokens.push(token);
  return tokens;
}

function declarationToken(declaration: string): string | null {
  const colon = declaration.indexOf(":");
  if (colon === -1) return null;
  const property = declaration.slice(0, colon).trim().toLowerCase();
  if (property.startsWith("--")) return "--";
  return /^-?[a-z][a-z-]*$/.test(property) ? property : null;
}

function selectorTokens(selector: string): string[] {
  const rule = /^\s*(@[a-z-]+)/i.exec(selector);
  if (rule?.[1]) return [rule[1].toLowerCase()];
  return ["s", ...(selector.slice(0, SELECTOR_MAX).match(/::?[a-z][a-z-]*/gi) ?? [])];
}

/** Characters of a selector that are looked at; nobody writes longer ones. */
const SELECTOR_MAX = 2_000;

/** The index of the closing quote; a quote that nobody closes ends with its line, as in CSS. */
function endOfQuoted(text: string, open: number): number {
  for (let index = open + 1; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === text[open] || text[index] === "\n") return index;
  }
  return text.length;
}

/** `url(data:…;…)` holds semicolons. Without a closing parenthesis there is nothing to skip. */
function endOfParentheses(text: string, open: number): number {
  const close = text.slice(open, open + PARENTHESES_MAX).indexOf(")");
  return close === -1 ? open : open + close;
}

/** Characters between parentheses that are skipped at once; more is not CSS, and looking further would be quadratic. */
const PARENTHESES_MAX = 4_000;
