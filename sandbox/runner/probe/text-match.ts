/**
 * How texts are compared, in targets and in expectations: as a reader would. Case, runs of white space
 * (narrow and no-break spaces included) and the typographic forms of quotes, dashes and minus do not matter, because they
 * differ between bases that say the same thing, and `text-transform` changes the case of `innerText`.
 */
export function readable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u2018\u2019\u201B\u2032]/g, "'")
    .replace(/[\u201C\u201D\u201F\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** Whether `text` contains `part`, both read as above. An empty part is contained in everything. */
export function contains(text: string, part: string): boolean {
  return readable(text).includes(readable(part));
}

/**
 * A necessary condition for `contains` that needs no layout: `textContent` has neither the spaces that
 * blocks and line breaks add to `innerText` nor the ones that CSS removes, so white space is left out on both sides.
 */
export function mayContain(textContent: string, part: string): boolean {
  return readable(textContent).replaceAll(" ", "").includes(readable(part).replaceAll(" ", ""));
}
