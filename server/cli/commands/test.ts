import { z } from "zod";

import { findTestBrowsers } from "#server/supervisor/test-browsers.ts";
import { runStep, type Step } from "#server/supervisor/test-steps.ts";

import { type Command, parseOptions } from "../command.ts";

const optionsSchema = z.strictObject({
  only: z.string().optional(),
  positional: z.array(z.string()).max(0, "takes no words"),
});

/** In order of how fast they say no. */
const STEPS: readonly Step[] = [
  { name: "format", what: "Formatting", script: "format" },
  { name: "typecheck", what: "Types", script: "typecheck" },
  { name: "lint", what: "Lint", script: "lint" },
  { name: "deps", what: "Import rules", script: "deps:check" },
  { name: "docs", what: "Links in the documents, messages in every language", script: "docs:check" },
  { name: "unit", what: "Unit and property tests", script: "test:unit" },
  { name: "integration", what: "Integration tests on PostgreSQL and in a browser", script: "test:integration" },
  { name: "attacks", what: "Attack corpus", script: "test:attacks" },
  { name: "e2e", what: "End to end in Chromium and Firefox, on the production build", script: "test:e2e" },
];

export const command: Command = {
  name: "test",
  summary: "everything that is checked: types, lint, import rules, links, unit, integration, attacks, end to end",
  usage: `--only ${STEPS.map((step) => step.name).join("|")}   one of them`,
  async run(args, context) {
    const { only } = parseOptions(args, optionsSchema);
    const steps = STEPS.filter((step) => only === undefined || step.name === only);
    const browsers = await findTestBrowsers(context.say);
    const failed: string[] = [];
    for (const step of steps) {
      const { code, seconds } = await runStep(step, browsers);
      context.say(`${code === 0 ? "ok  " : "FAIL"}  ${step.what} (${seconds.toFixed(1)} s)`);
      if (code !== 0) failed.push(step.name);
    }
    context.result({ steps: steps.length, failed }, `${steps.length - failed.length} passed, ${failed.length} failed`);
    if (failed.length > 0) process.exitCode = 1;
  },
};
