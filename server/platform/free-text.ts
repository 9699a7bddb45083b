import { z } from "zod";

/** PostgreSQL has no place for NUL, and JSON of it none for half a surrogate pair. Everything else is kept as it was written. */
const isStorable = (text: string) => !text.includes("\u0000") && !/\p{Surrogate}/u.test(text);

/** Text that a person writes. It is stored verbatim, and escaped by whoever shows it. */
export const freeText = (charactersMax: number) =>
  z.string().max(charactersMax).refine(isStorable, "has a character that cannot be stored");
