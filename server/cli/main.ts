import { DomainError } from "#server/errors.ts";

import { type Command, type CommandContext, UsageError } from "./command.ts";

/** Commands are loaded when they are called: `dojo compute` needs no database client. */
const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  start: () => import("./commands/start.ts"),
  dev: () => import("./commands/dev.ts"),
  test: () => import("./commands/test.ts"),
  web: () => import("./commands/web.ts"),
  worker: () => import("./commands/worker.ts"),
  sandbox: () => import("./commands/sandbox.ts"),
  demo: () => import("./commands/demo.ts"),
  evals: () => import("./commands/evals.ts"),
  generate: () => import("./commands/generate.ts"),
  round: () => import("./commands/round.ts"),
  weights: () => import("./commands/weights.ts"),
  export: () => import("./commands/export.ts"),
  "verify-commitment": () => import("./commands/verify-commitment.ts"),
  "sign-in": () => import("./commands/sign-in.ts"),
  attacks: () => import("./commands/attacks.ts"),
  bench: () => import("./commands/bench.ts"),
};

const EXIT_USAGE = 2;

function contextOf(json: boolean): CommandContext {
  const abort = new AbortController();
  process.once("SIGINT", () => abort.abort());
  const live = process.stderr.isTTY === true;
  return {
    json,
    signal: abort.signal,
    result: (value, text) => process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`),
    say: (line) => process.stderr.write(live ? `\r\u001B[K${line}\n` : `${line}\n`),
    progress: (line) => {
      if (live) process.stderr.write(`\r\u001B[K${line}`);
    },
  };
}

async function help(): Promise<string> {
  const rows = await Promise.all(Object.values(COMMANDS).map(async (load) => (await load()).command));
  return [
    "dojo COMMAND [options] [--json]",
    "",
    ...rows.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`),
  ].join("\n");
}

/** Runs one command and ends the process with its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const [name, ...rest] = argv;
  const json = rest.includes("--json");
  const args = rest.filter((word) => word !== "--json");
  const context = contextOf(json);
  if (name === undefined || name === "help" || name === "--help") {
    process.stdout.write(`${await help()}\n`);
    return;
  }
  const load = COMMANDS[name];
  if (!load) return exitWith(context, EXIT_USAGE, `There is no command “${name}”: see \`dojo help\`.`);
  try {
    const { command } = await load();
    if (args.includes("--help"))
      return void process.stdout.write(`dojo ${command.name}: ${command.summary}\n\n${command.usage}\n`);
    await command.run(args, context);
  } catch (error) {
    if (error instanceof UsageError) return exitWith(context, EXIT_USAGE, `dojo ${name}: ${error.message}`);
    if (error instanceof DomainError) return exitWith(context, 1, error.message, error.code);
    return exitWith(context, 1, error instanceof Error ? error.message : String(error));
  }
  // Pools and sockets of a command that is done are no reason to stay.
  process.exit(process.exitCode ?? 0);
}

function exitWith(context: CommandContext, code: number, message: string, problem?: string): never {
  if (context.json) process.stdout.write(`${JSON.stringify({ error: { code: problem ?? "failed", message } })}\n`);
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
