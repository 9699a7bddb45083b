import type { Metadata } from "next";
import type { AbstractIntlMessages } from "use-intl";

import { currentLocale, messagesOf } from "./locale.ts";

type Node = AbstractIntlMessages[string] | undefined;

/** The name of a page in the window's title, in the reader's language; `key` is where the catalogue has it. */
export async function pageTitle(key: string): Promise<Metadata> {
  const messages = messagesOf(await currentLocale());
  const title = key
    .split(".")
    .reduce<Node>((node, name) => (typeof node === "object" ? node[name] : undefined), messages);
  return typeof title === "string" ? { title } : {};
}
