/** Where in the markup a character stands: between tags, inside a tag, or inside the quotes of an attribute. */
export type MarkupState = { readonly inTag: boolean; readonly attribute: string; readonly quote: string };

export const MARKUP_START: MarkupState = { inTag: false, attribute: "", quote: "" };

/** A stretch of markup with one role: the value of an attribute, or anything else. */
export type MarkupRun = { readonly text: string; readonly attribute: string | null };

/**
 * Cuts a piece of markup into runs. A piece may begin or end inside an attribute, because expressions stand
 * between pieces; the state says where, and is handed on to the next.
 */
export function markupRuns(piece: string, from: MarkupState): { runs: MarkupRun[]; end: MarkupState } {
  const runs: MarkupRun[] = [];
  let state = from;
  let text = "";
  const close = (attribute: string | null) => {
    if (text !== "") runs.push({ text, attribute });
    text = "";
  };
  for (const character of piece) {
    const next = step(state, character);
    if (state.quote !== "" && next.quote === "") {
      close(state.attribute);
      text = character;
    } else {
      text += character;
      if (state.quote === "" && next.quote !== "") close(null);
    }
    state = next;
  }
  close(state.quote !== "" ? state.attribute : null);
  return { runs, end: state };
}

function step(state: MarkupState, character: string): MarkupState {
  if (state.quote !== "") return character === state.quote ? { ...state, quote: "", attribute: "" } : state;
  if (!state.inTag) return { inTag: character === "<", attribute: "", quote: "" };
  if (character === ">") return MARKUP_START;
  if (character === '"' || character === "'") return { ...state, quote: character };
  if (character.trim() === "") return { ...state, attribute: "" };
  return character === "=" ? state : { ...state, attribute: state.attribute + character };
}
