/** What the names in markup that a script writes are, by the attribute they stand in. */
export type MarkupNames = {
  readonly classes: (names: string) => string;
  readonly ids: (names: string) => string;
  readonly isIdAttribute: (attribute: string) => boolean;
};

/**
 * Rewrites class and id attributes in pieces of markup that have expressions between them. A piece may begin or
 * end inside an attribute, so the state is carried from one to the next.
 */
export function mapMarkup(pieces: readonly string[], names: MarkupNames): string[] {
  const state = { inTag: false, attribute: "", quote: "" };
  return pieces.map((piece) => mapPiece(piece, state, names));
}

type State = { inTag: boolean; attribute: string; quote: string };

function mapPiece(piece: string, state: State, names: MarkupNames): string {
  let result = "";
  let value = "";
  const flush = () => {
    result += renameValue(value, state.attribute, names);
    value = "";
  };
  for (const character of piece) {
    if (state.quote !== "") {
      if (character === state.quote) {
        flush();
        state.quote = "";
        state.attribute = "";
        result += character;
      } else value += character;
      continue;
    }
    result += character;
    step(state, character);
  }
  flush();
  return result;
}

function step(state: State, character: string): void {
  if (!state.inTag) {
    state.inTag = character === "<";
    state.attribute = "";
  } else if (character === ">") state.inTag = false;
  else if (character === '"' || character === "'") state.quote = character;
  else if (character.trim() === "") state.attribute = "";
  else if (character !== "=") state.attribute += character;
}

function renameValue(value: string, attribute: string, names: MarkupNames): string {
  if (value === "") return value;
  if (attribute === "class") return names.classes(value);
  return names.isIdAttribute(attribute) ? names.ids(value) : value;
}
