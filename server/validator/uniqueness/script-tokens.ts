import { endOfTag, readTag } from "./tag-tokens.ts";
import { addTextInPlace, type TokenSink } from "./token-sink.ts";
import { styleTokens } from "./style-tokens.ts";
import { nameToken } from "./vocabulary.ts";

/** Where the lexer stands: in code, between two tags, inside a tag, or in a template literal. */
type Mode = "code" | "children" | "tag" | "template";
/** `closing`: the tag that is read is `</…>`, so its end leaves the element. */
type Frame = { mode: Mode; closing: boolean };
type Lexer = { readonly code: string; index: number; readonly frames: Frame[]; readonly sink: TokenSink };

/**
 * Tokens of a script: JavaScript or TypeScript, with or without JSX.
 *
 * Names that the platform gives and punctuation stay; the author's names become `i`, numbers `n`, strings `s`, regular
 * expressions `r`, text between tags `t`. Comments, white space, semicolons and commas are dropped, since they are free.
 * Never fails: on what is no script it yields other tokens. Modes are kept on a list, not on the call stack, so that a
 * source nested a hundred thousand deep is read like any other.
 *
 * @param code  a script, any length; O(length).
 * @param sink  changed in place: tokens and texts are added.
 */
export function addScriptTokensInPlace(code: string, sink: TokenSink): void {
  const lexer: Lexer = { code, index: 0, frames: [{ mode: "code", closing: false }], sink };
  while (lexer.index < code.length) {
    const before = lexer.index;
    STEPS[lexer.frames.at(-1)?.mode ?? "code"](lexer);
    // Whatever a step does not understand is stepped over: the lexer always ends.
    if (lexer.index === before) lexer.index++;
  }
}

const STEPS: Record<Mode, (lexer: Lexer) => void> = {
  code: readCode,
  children: readChildren,
  tag: readInsideTag,
  template: readTemplate,
};

const push = (lexer: Lexer, mode: Mode, closing = false) => lexer.frames.push({ mode, closing });
/** The outermost frame stays: a brace too many ends nothing. */
const pop = (lexer: Lexer) => void (lexer.frames.length > 1 && lexer.frames.pop());

const SPACE = /[\s;,]+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const NAME = /[\p{L}\p{Nl}$_#@][\p{L}\p{Nl}\p{Nd}\p{M}$_]*/uy;
const NUMBER = /\.?\d[\w.]*/y;
const PUNCTUATION =
  /=>|\.\.\.|\?\.|[=!]==?|&&=?|\|\|=?|\?\?=?|\*\*=?|<<=?|>>>?=?|[-+*/%&|^<>]=|\+\+|--|[^\s\p{L}\p{Nd}$_]/uy;

function take(lexer: Lexer, pattern: RegExp): string | null {
  pattern.lastIndex = lexer.index;
  const [found] = pattern.exec(lexer.code) ?? [];
  if (found === undefined || found === "") return null;
  lexer.index += found.length;
  return found;
}

function readCode(lexer: Lexer): void {
  const { code, sink } = lexer;
  if (take(lexer, SPACE) !== null) return;
  const char = code[lexer.index] ?? "";
  if (char === '"' || char === "'") return readString(lexer, char);
  if (char === "`") {
    sink.tokens.push("`");
    lexer.index++;
    return void push(lexer, "template");
  }
  if (take(lexer, NUMBER) !== null) return void sink.tokens.push("n");
  const name = take(lexer, NAME);
  if (name !== null) return void sink.tokens.push(nameToken(name));
  if (!followsOperand(sink.tokens)) {
    if (char === "/" && readRegExp(lexer)) return void sink.tokens.push("r");
    if (char === "<" && readTag(lexer, "jsx")) return void push(lexer, "tag");
  }
  readPunctuation(lexer);
}

/** Whether a `<` or `/` that comes now is an operator: it has something on its left. */
function followsOperand(tokens: readonly string[]): boolean {
  const last = tokens.at(-1) ?? "";
  if (last === ")" || last === "]") return true;
  return /^[\p{L}\d]/u.test(last) && !OPERATOR_WORDS.has(last);
}

const OPERATOR_WORDS = new Set(["return", "typeof", "case", "do", "else", "in", "of", "yield", "await", "default"]);

/** One spelling per meaning: writing `!=` for `!==` or `?.` for `.` costs a copy nothing. */
const SAME = new Map([
  ["===", "=="],
  ["!==", "!="],
  ["?.", "."],
]);

function readPunctuation(lexer: Lexer): void {
  const found = take(lexer, PUNCTUATION);
  if (found === null) return;
  if (found === "{") push(lexer, "code");
  if (found === "}") pop(lexer);
  lexer.sink.tokens.push(SAME.get(found) ?? found);
}

/** Characters of a regular expression that are looked at. A pattern that tried every slash to the end would be quadratic. */
const REGEXP_MAX = 400;

function readRegExp(lexer: Lexer): boolean {
  let inClass = false;
  for (let index = lexer.index + 1; index < lexer.index + REGEXP_MAX; index++) {
    const char = lexer.code[index] ?? "\n";
    if (char === "\n") return false;
    if (char === "\\") index++;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "/" && !inClass) {
      lexer.index = index + 1;
      take(lexer, NAME); // flags
      return true;
    }
  }
  return false;
}

function readString(lexer: Lexer, quote: string): void {
  const { code } = lexer;
  const start = ++lexer.index;
  while (lexer.index < code.length && code[lexer.index] !== quote && code[lexer.index] !== "\n") {
    lexer.index += code[lexer.index] === "\\" ? 2 : 1;
  }
  addTextInPlace(lexer.sink, "s", code.slice(start, lexer.index));
  lexer.index++;
}

const TEMPLATE_TEXT = /(?:[^`\\$]|\\[^]|\$(?!\{))+/y;

function readTemplate(lexer: Lexer): void {
  const text = take(lexer, TEMPLATE_TEXT);
  // A style sheet is often kept in a template.
  if (text !== null && ["{", ":", "}"].every((mark) => text.includes(mark))) {
    for (const token of styleTokens(text)) lexer.sink.tokens.push(token);
    return;
  }
  if (text !== null) return addTextInPlace(lexer.sink, "s", text);
  if (lexer.code[lexer.index] === "`") {
    lexer.sink.tokens.push("`");
    lexer.index++;
    return pop(lexer);
  }
  if (lexer.code.startsWith("${", lexer.index)) {
    lexer.sink.tokens.push("${");
    lexer.index += 2;
    push(lexer, "code");
  }
}

function readInsideTag(lexer: Lexer): void {
  if (lexer.code[lexer.index] === "{") {
    lexer.index++;
    lexer.sink.tokens.push("{");
    return void push(lexer, "code");
  }
  const end = endOfTag(lexer);
  if (end === null) return;
  const closing = lexer.frames.at(-1)?.closing ?? false;
  pop(lexer);
  if (closing)
    pop(lexer); // the children that it closes
  else if (end === "open") push(lexer, "children");
}

const TEXT = /[^<{]+/y;

function readChildren(lexer: Lexer): void {
  const text = take(lexer, TEXT);
  if (text !== null) return addTextInPlace(lexer.sink, "t", text);
  if (lexer.code[lexer.index] === "{") {
    lexer.index++;
    lexer.sink.tokens.push("{");
    return void push(lexer, "code");
  }
  const closing = lexer.code.startsWith("</", lexer.index);
  if (readTag(lexer, "jsx")) push(lexer, "tag", closing);
}
