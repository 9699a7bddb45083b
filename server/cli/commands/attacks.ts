import { z } from "zod";

import { browserNameSchema, surfaceSchema, type Surface } from "#sandbox/attacks/harness/corpus.ts";
import type { AttackResult } from "#sandbox/attacks/harness/oracles.ts";
import { type CorpusReport, OWN_CORPUS, runCorpus } from "#sandbox/attacks/harness/run-corpus.ts";

import { type Command, type CommandContext, parseOptions, UsageError } from "../command.ts";
import { table } from "../table.ts";

const optionsSchema = z.strictObject({
  corpus: z.string("needs a directory").default(OWN_CORPUS),
  surface: surfaceSchema.optional(),
  browser: browserNameSchema.default("chromium"),
  only: z.string("needs the id of an attack").optional(),
  unprotected: z.literal(true, "takes no value").optional(),
  positional: z.array(z.string()).max(0, "takes no words"),
});
type Options = z.infer<typeof optionsSchema>;

const EVIDENCE_CHARS = 100;

/** A labeller's browser may be either; the verifier has one of its own. */
function surfacesOf({ surface, browser }: Options): Surface[] {
  if (browser === "firefox" && surface === "verify")
    throw new UsageError("the verifier has a Chromium of its own: --browser firefox goes with --surface frame");
  if (surface) return [surface];
  return browser === "firefox" ? ["frame"] : ["frame", "verify"];
}

function word({ contained, gaps }: AttackResult): string {
  if (!contained) return "NOT CONTAINED";
  return gaps.length > 0 ? "known gap" : "contained";
}

function describe({ results, isolated }: CorpusReport): string {
  const rows = results.map((result) => [
    result.id,
    result.surface,
    word(result),
    result.evidence.length > EVIDENCE_CHARS ? `${result.evidence.slice(0, EVIDENCE_CHARS - 1)}…` : result.evidence,
  ]);
  const contained = results.filter((result) => result.contained).length;
  const gaps = results.filter((result) => result.gaps.length > 0).length;
  return [
    table(["attack", "surface", "result", "seen"], rows),
    "",
    `${contained} of ${results.length} contained${gaps > 0 ? `, ${gaps} of them with a known gap in this browser` : ""}.`,
    ...(isolated
      ? []
      : ["This machine gave the browsers no network of their own: names that they looked up were not all heard."]),
  ].join("\n");
}

/** The control turns everything round: what is seen there shows that the harness can see it. */
function describeControl({ results }: CorpusReport): string {
  const rows = results.map(({ id, surface, seen }) => [id, surface, seen.join(", ") || "nothing"]);
  const succeeded = results.filter(({ seen }) => seen.length > 0).length;
  return [
    table(["attack", "surface", "seen without protection"], rows),
    "",
    `${succeeded} of ${results.length} succeeded.`,
  ].join("\n");
}

async function run(args: readonly string[], context: CommandContext): Promise<void> {
  const options = parseOptions(args, optionsSchema);
  const unprotected = options.unprotected ?? false;
  const report = await runCorpus({
    corpusDir: options.corpus,
    surfaces: surfacesOf(options),
    browser: options.browser,
    naive: unprotected,
    signal: context.signal,
    ...(options.only === undefined ? {} : { ids: [options.only] }),
    onResult: (result, done, total) =>
      context.progress(`${done}/${total}  ${result.surface} ${result.id}: ${result.evidence.slice(0, EVIDENCE_CHARS)}`),
  });
  if (context.signal.aborted) throw new Error("Stopped before all attacks had run.");
  const isGood = ({ contained, seen }: AttackResult) => (unprotected ? seen.length > 0 : contained);
  context.result(
    { corpus: options.corpus, browser: options.browser, unprotected, ...report },
    unprotected ? describeControl(report) : describe(report),
  );
  if (!report.results.every(isGood)) process.exitCode = 1;
}

export const command: Command = {
  name: "attacks",
  summary: "run the attack corpus against the labelling page and the verifier",
  usage: [
    "--corpus DIR                  a folder with index.json and documents (the sandbox's own)",
    "--surface frame|verify        only the labelling page, or only the verifier (both)",
    "--browser chromium|firefox    whose labeller it is (chromium)",
    "--only ID                     one attack",
    "--unprotected                 without any protection, to see what the harness sees",
  ].join("\n"),
  run,
};
