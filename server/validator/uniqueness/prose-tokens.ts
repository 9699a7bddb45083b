/** Cyrillic and Greek letters that look like Latin ones, by what they look like: exchanging them is the cheapest disguise. */
const LOOKALIKES = new Map([..."аaеeоoрpсcуyхxіiјjѕsԁdһhαaοoνvρp"].reduce<[string, string][]>(addPair, []));

function addPair(pairs: [string, string][], letter: string, index: number): [string, string][] {
  const last = pairs.at(-1);
  if (index % 2 === 0 || !last) pairs.push([letter, ""]);
  else last[1] = letter;
  return pairs;
}

/** A letter of a script that is written without spaces is a word of its own. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\p{N}+|\p{L}+/gu;

/**
 * The words of a text, so that two ways of writing one text give the same words.
 *
 * Compatibility decomposition, lower case, without accents and invisible characters, with letters that only look different
 * made equal; numbers become `0`. Languages written without spaces give one word per character.
 *
 * @param text  in any language.
 * @returns words in order. O(length).
 */
export function proseTokens(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}]/gu, "");
  const words = plain.match(WORD) ?? [];
  return words.map((word) => (/^\p{N}/u.test(word) ? "0" : unmasked(word)));
}

function unmasked(word: string): string {
  let result = "";
  for (const letter of word) result += LOOKALIKES.get(letter) ?? letter;
  return result;
}
