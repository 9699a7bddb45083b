import type { z } from "zod";

/** What every command gets. Results go to stdout, messages to stderr. */
export type CommandContext = {
  readonly json: boolean;
  /** Prints a result: as one JSON document with `--json`, else the given text. */
  result(value: unknown, text: string): void;
  /** A line for people on stderr. */
  say(line: string): void;
  /** A line that replaces the previous one while stderr is a terminal. */
  progress(line: string): void;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};

export type Command = {
  readonly name: string;
  readonly summary: string;
  /** One line per option, as `--help` shows them. */
  readonly usage: string;
  run(args: readonly string[], context: CommandContext): Promise<void>;
};

/** A mistake of the person at the keyboard: one sentence, exit code 2. */
export class UsageError extends Error {}

/** Parses `--name value`, `--name=value` and `--flag` into what a schema says. */
export function parseOptions<Schema extends z.ZodType>(args: readonly string[], schema: Schema): z.infer<Schema> {
  const given: Record<string, string | true> = {};
  const positional: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? "";
    if (!word.startsWith("--")) {
      positional.push(word);
      continue;
    }
    const [name = "", inline] = word.slice(2).split("=", 2);
    const next = args[i + 1];
    if (inline !== undefined) given[camel(name)] = inline;
    else if (next !== undefined && !next.startsWith("--")) {
      given[camel(name)] = next;
      i++;
    } else given[camel(name)] = true;
  }
  const parsed = schema.safeParse({ ...given, positional });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === "unrecognized_keys") throw new UsageError(`there is no option --${kebab(issue.keys[0] ?? "")}`);
  const option = issue?.path.map(String).join(".") ?? "";
  if (option.startsWith("positional")) throw new UsageError(issue?.message ?? "is not called like that");
  throw new UsageError(`--${kebab(option)}: ${issue?.message ?? "is not usable"}`);
}

const camel = (name: string) => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
