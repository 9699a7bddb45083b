/** Keys of a US keyboard as `Input.dispatchKeyEvent` wants them. */

export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly text: string;
  readonly modifiers: number;
};

const MODIFIER_BITS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

const NAMED: Readonly<Record<string, readonly [code: string, keyCode: number, text?: string]>> = {
  Enter: ["Enter", 13, "\r"],
  Tab: ["Tab", 9],
  Escape: ["Escape", 27],
  Backspace: ["Backspace", 8],
  Delete: ["Delete", 46],
  Insert: ["Insert", 45],
  Home: ["Home", 36],
  End: ["End", 35],
  PageUp: ["PageUp", 33],
  PageDown: ["PageDown", 34],
  ArrowLeft: ["ArrowLeft", 37],
  ArrowUp: ["ArrowUp", 38],
  ArrowRight: ["ArrowRight", 39],
  ArrowDown: ["ArrowDown", 40],
  " ": ["Space", 32, " "],
  Shift: ["ShiftLeft", 16],
  Control: ["ControlLeft", 17],
  Alt: ["AltLeft", 18],
  Meta: ["MetaLeft", 91],
};

const ALIASES: Readonly<Record<string, string>> = {
  Space: " ",
  Spacebar: " ",
  Esc: "Escape",
  Return: "Enter",
  Left: "ArrowLeft",
  Up: "ArrowUp",
  Right: "ArrowRight",
  Down: "ArrowDown",
  Ctrl: "Control",
};

/** Printable keys that are neither letters nor digits: [without Shift, with Shift, code, keyCode]. */
const SIGNS: ReadonlyArray<readonly [string, string, string, number]> = [
  ["-", "_", "Minus", 189],
  ["=", "+", "Equal", 187],
  ["[", "{", "BracketLeft", 219],
  ["]", "}", "BracketRight", 221],
  ["\\", "|", "Backslash", 220],
  [";", ":", "Semicolon", 186],
  ["'", '"', "Quote", 222],
  [",", "<", "Comma", 188],
  [".", ">", "Period", 190],
  ["/", "?", "Slash", 191],
  ["`", "~", "Backquote", 192],
];
const SHIFTED_DIGITS = ")!@#$%^&*(";

function printable(character: string): KeyPress | null {
  const shift = MODIFIER_BITS.Shift ?? 0;
  if (/^[a-z]$/i.test(character)) {
    const upper = character.toUpperCase();
    const modifiers = character === upper ? shift : 0;
    return { key: character, code: `Key${upper}`, keyCode: upper.charCodeAt(0), text: character, modifiers };
  }
  if (/^\d$/.test(character)) {
    return {
      key: character,
      code: `Digit${character}`,
      keyCode: character.charCodeAt(0),
      text: character,
      modifiers: 0,
    };
  }
  const digit = SHIFTED_DIGITS.indexOf(character);
  if (digit !== -1) {
    return { key: character, code: `Digit${digit}`, keyCode: 48 + digit, text: character, modifiers: shift };
  }
  const sign = SIGNS.find(([plain, shifted]) => plain === character || shifted === character);
  if (!sign) return null;
  const [plain, , code, keyCode] = sign;
  return { key: character, code, keyCode, text: character, modifiers: plain === character ? 0 : shift };
}

/** One character of a text, or null when no key of this keyboard writes it (it is inserted as text then). */
export function keyForCharacter(character: string): KeyPress | null {
  if (character === "\n") return keyByName("Enter");
  if (character === "\t") return keyByName("Tab");
  return character === " " ? keyByName(" ") : printable(character);
}

/** `Enter`, `a`, `Control+z`, `Shift+Tab`; null for a name that no key has. */
export function keyByName(name: string): KeyPress | null {
  const parts = name.length > 1 ? name.split("+") : [name];
  // "Control++" means the plus key.
  const last = parts.at(-1) === "" ? "+" : (parts.at(-1) ?? "");
  const key = ALIASES[last] ?? last;
  const held = parts.slice(0, -1).filter((part) => part !== "");
  let modifiers = 0;
  for (const modifier of held) {
    const bit = MODIFIER_BITS[ALIASES[modifier] ?? modifier];
    if (bit === undefined) return null;
    modifiers |= bit;
  }
  const writes = (modifiers & ~(MODIFIER_BITS.Shift ?? 0)) === 0;
  const named = NAMED[key];
  if (named) {
    const [code, keyCode, text] = named;
    return { key, code, keyCode, text: writes ? (text ?? "") : "", modifiers };
  }
  const functionKey = /^F([1-9]|1[0-2])$/.exec(key);
  if (functionKey) return { key, code: key, keyCode: 111 + Number(functionKey[1]), text: "", modifiers };
  const press = printable(key);
  return press ? { ...press, modifiers: press.modifiers | modifiers, text: writes ? press.text : "" } : null;
}
