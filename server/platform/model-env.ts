import { z } from "zod";

/** A server's address holds no password: it is shown in messages. */
export const modelUrl = z.string().refine((value) => {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}, "must be an address with http or https and without a password, which belongs in MODEL_API_KEY");
/** Items between commas, without the blanks around them. */
export const commaList = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);
/** `name=input/output, …`: US dollars per million tokens; a name may hold `=`, `/` and `:`. */
export const priceList = commaList.transform((items, context) => {
  const prices: Record<string, { input: number; output: number }> = {};
  for (const item of items) {
    const [, name, input, output] = /^(.+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(item) ?? [];
    if (name === undefined) context.addIssue("must be a list of NAME=INPUT/OUTPUT, in dollars per million tokens");
    else prices[name] = { input: Number(input), output: Number(output) };
  }
  return prices;
});
