import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";

import { childEnv } from "#server/platform/env.ts";
import { startChild, stopChild } from "#server/supervisor/children.ts";

import { closedLoop, type LoadResult } from "./load.ts";
import { postJson } from "./post-json.ts";

const PORT = 3911;
/** Inside the tree, so that the packages are found; written anew each time. */
const APP = ".cache/bench-next";
const ROUTE = `export const dynamic = "force-dynamic";
export async function POST(request) { return Response.json({ received: await request.json() }); }
`;
/** About the size of a submitted label. */
const BODY = JSON.stringify({
  json: { ranking: [["a".repeat(36)], ["b".repeat(36)], ["c".repeat(36)], ["d".repeat(36)]] },
});

export type HandlersBench = { plain: LoadResult; handler: LoadResult; ratio: number; text: string };

/** Requests per second of a Next route handler, as a ratio to a plain Node handler of the same process, in one run. */
export async function benchHandlers(
  options: { clients: number; seconds: number },
  { say }: { say: (line: string) => void },
): Promise<HandlersBench> {
  buildApp();
  const server = startChild("The benchmark's server", "bench/handlers-server.ts", { NODE_ENV: "production" }, [
    APP,
    String(PORT),
  ]);
  await server.ready;
  const agent = new Agent({ keepAlive: true, maxSockets: options.clients });
  const measure = (path: string, seconds: number) =>
    closedLoop(Array.from({ length: options.clients }), seconds, async () => {
      await postJson(agent, { port: PORT, path, body: BODY });
      return true;
    });
  try {
    // Both have been asked before either is measured.
    for (const path of ["/plain", "/handler"]) await measure(path, 1);
    say(`${options.clients} clients, ${options.seconds} s each …`);
    const plain = await measure("/plain", options.seconds);
    const handler = await measure("/handler", options.seconds);
    const ratio = handler.perSecond / plain.perSecond;
    return { plain, handler, ratio, text: report(plain, handler, ratio) };
  } finally {
    agent.destroy();
    await stopChild(server);
  }
}

function buildApp(): void {
  mkdirSync(join(APP, "app", "handler"), { recursive: true });
  writeFileSync(join(APP, "app", "handler", "route.js"), ROUTE);
  writeFileSync(join(APP, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const build = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build", APP], {
    env: childEnv({ NODE_ENV: "production" }),
    encoding: "utf8",
  });
  if (build.status !== 0) throw new Error(`The benchmark's application could not be built:\n${build.stderr}`);
}

function report(plain: LoadResult, handler: LoadResult, ratio: number): string {
  const line = (name: string, r: LoadResult) =>
    `${name.padEnd(20)} ${r.perSecond.toFixed(0).padStart(6)} requests/s   p50 ${r.p50Ms.toFixed(1)} ms   p99 ${r.p99Ms.toFixed(1)} ms`;
  return [
    line("plain Node handler", plain),
    line("Next route handler", handler),
    `ratio                ${(100 * ratio).toFixed(0)} % of the plain rate`,
  ].join("\n");
}
