/** How a class or an id is written in a selector. */
export type NameKind = "class" | "id";

/** A letter, digit, hyphen, underscore or any sign beyond ASCII: what a CSS name is made of. */
export function isNamePart(character: string): boolean {
  if (character === "-" || character === "_" || character > "\u007f") return character !== "";
  return (character >= "0" && character <= "9") || character.toLowerCase() !== character.toUpperCase();
}

/** Rewrites the names in a selector; what stands in brackets or quotes is left alone. */
export function mapSelector(selector: string, rename: (kind: NameKind, name: string) => string): string {
  let result = "";
  let quote = "";
  let depth = 0;
  let index = 0;
  while (index < selector.length) {
    const character = selector.charAt(index);
    index += 1;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "[") depth += 1;
    else if (character === "]") depth -= 1;
    const kind = character === "." ? "class" : character === "#" ? "id" : null;
    if (kind === null || quote !== "" || depth > 0) {
      result += character;
      continue;
    }
    const end = endOfName(selector, index);
    const name = selector.slice(index, end);
    result += character + (name === "" ? "" : rename(kind, name));
    index = end;
  }
  return result;
}

/** The names a selector mentions. An escaped name is reported as it is written and never renamed. */
export function namesInSelector(selector: string): { kind: NameKind; name: string }[] {
  const names: { kind: NameKind; name: string }[] = [];
  mapSelector(selector, (kind, name) => {
    names.push({ kind, name });
    return name;
  });
  return names;
}

function endOfName(text: string, from: number): number {
  let end = from;
  while (end < text.length && isNamePart(text.charAt(end))) end += 1;
  return end;
}

/** Words of a text in the sense of CSS names: `card--wide` is one. */
export function nameWords(text: string): string[] {
  const words: string[] = [];
  let word = "";
  for (const character of text) {
    if (isNamePart(character)) word += character;
    else if (word !== "") {
      words.push(word);
      word = "";
    }
  }
  return word === "" ? words : [...words, word];
}

/** Rewrites every such word. */
export function mapWords(text: string, rename: (word: string) => string): string {
  let result = "";
  let word = "";
  for (const character of text) {
    if (isNamePart(character)) {
      word += character;
      continue;
    }
    result += (word === "" ? "" : rename(word)) + character;
    word = "";
  }
  return result + (word === "" ? "" : rename(word));
}
