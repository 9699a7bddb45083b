import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

export const browserNameSchema = z.enum(["chromium", "firefox"]);
export type BrowserName = z.infer<typeof browserNameSchema>;
export const surfaceSchema = z.enum(["frame", "verify"]);
export type Surface = z.infer<typeof surfaceSchema>;

/** One attack, as `index.json` of a corpus describes it. Fields that are not named here are ignored. */
const attackSchema = z.looseObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/i, "is not made of letters, digits, dots and dashes"),
  category: z.string().default("other"),
  mustNot: z.string(),
  /** Names of facts that must be false; `r:x` is true when the document could set `window.__r.x`. */
  oracles: z.array(z.string()).min(1),
  /** Facts that only some browsers can keep false. Elsewhere they are told as a known gap. */
  requiredIn: z.record(z.string(), z.array(browserNameSchema)).default({}),
  /** Why the attack does not succeed, or cannot be seen to, without protection. */
  noControl: z.string().optional(),
  stoppedBy: z.string().default(""),
  file: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._/-]{0,119}$/i, "is not the path of a file in the corpus")
    .refine((path) => !path.split("/").includes(".."), "leads out of the corpus"),
  /** How long the document is left alone with the page, after the click and the typing. */
  waitMs: z.number().int().min(0).max(30_000).optional(),
  /** Selector of what is clicked in the frame; the middle of the frame when it is not given. */
  click: z.string().optional(),
  /** It is expected to hang, or to use up the machine: it runs with no other attack beside it. */
  hang: z.boolean().optional(),
  /** It hangs, but takes no more than one core and no memory: in a labelling page it may have others beside it. */
  oneCore: z.boolean().optional(),
  /** The page takes the frame away at the end, and waits for what the document does then. */
  removeFrame: z.boolean().optional(),
  /** The pointer rests over the frame while the labeller types. */
  hover: z.boolean().optional(),
  /** Where the labeller types: the page's own field, or a field in the option beside it. */
  typeIn: z.enum(["page", "sibling"]).default("page"),
  /** The document is opened as a page of its own as well. */
  directVisit: z.boolean().optional(),
  /** Where it makes sense; both when it is not given. */
  surfaces: z.array(surfaceSchema).optional(),
});
export type Attack = z.infer<typeof attackSchema>;

const indexSchema = z.looseObject({
  version: z.number(),
  attacks: z.array(attackSchema).min(1),
});

function readIndex(dir: string): unknown {
  const path = join(dir, "index.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Error(`There is no attack corpus at ${dir}: it has no index.json that can be read.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * The attacks of a corpus, in its order.
 *
 * @throws {Error} one sentence that says what is wrong with the directory.
 */
export function readCorpus(dir: string): Attack[] {
  const path = join(dir, "index.json");
  const parsed = indexSchema.safeParse(readIndex(dir));
  if (!parsed.success) throw new Error(`${path} is not a corpus:\n${z.prettifyError(parsed.error)}`);
  const { attacks } = parsed.data;
  const twice = attacks.find((attack, index) => attacks.findIndex(({ id }) => id === attack.id) !== index);
  if (twice) throw new Error(`${path} has two attacks with the id ${twice.id}.`);
  const absent = attacks.find(({ file }) => !existsSync(join(dir, file)));
  if (absent) throw new Error(`${path} names ${absent.file} for ${absent.id}, which does not exist.`);
  return attacks;
}

/** What the document is told about the world it attacks. */
export type Targets = Readonly<
  Record<
    | "EVIL"
    | "EVIL_WS"
    | "EVIL_HOSTPORT"
    | "STUN"
    | "STUN_HOSTPORT"
    | "DNS"
    | "APP"
    | "INTERNAL"
    | "INTERNAL_PORT"
    | "TOKEN",
    string
  >
>;

/** The document of an attack with its placeholders filled; one that the harness does not know is an error. */
export function attackHtml(dir: string, attack: Attack, targets: Targets): string {
  const known: Readonly<Record<string, string>> = targets;
  return readFileSync(join(dir, attack.file), "utf8").replaceAll(/\{\{([A-Z_]+)\}\}/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`${attack.file} uses {{${name}}}, which means nothing here.`);
    return value;
  });
}
