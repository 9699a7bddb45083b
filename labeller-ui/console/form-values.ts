/** The text of a form's field; a field that is missing is empty. */
export function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
}

/** The number in a form's field. The browser has checked its range; an empty field is NaN. */
export function numberOf(form: HTMLFormElement, name: string): number {
  return Number.parseFloat(textOf(form, name));
}

/** Those of the known values whose boxes are ticked. */
export function tickedOf<Value extends string>(form: HTMLFormElement, name: string, known: readonly Value[]): Value[] {
  const ticked = new FormData(form).getAll(name);
  return known.filter((value) => ticked.includes(value));
}
