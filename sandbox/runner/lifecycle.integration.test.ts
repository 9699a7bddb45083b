import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createDiskObjectStore } from "#sandbox/object-store.ts";

import { processTree } from "./process-tree.ts";
import { openVerificationStage, pageWith } from "./testing/verification-stage.ts";
import type { VerificationStage } from "./testing/verification-stage.ts";
import { createVerifier } from "./verifier.ts";

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function descendants(pattern: RegExp, root = process.pid): number[] {
  return processTree(root).filter((pid) => pid !== root && pattern.test(commandOf(pid)));
}

/** Waits on a condition of other processes, which announce nothing. */
async function eventually(holds: () => boolean, withinMs = 5_000): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (!holds() && performance.now() < until) await sleep(25);
  return holds();
}

const DRIVER = /driver-main/;
const BROWSER = /--remote-debugging-pipe/;
const HARMLESS = pageWith("<button>Go</button>");
const SLOW = pageWith("<button>Go</button><script>setInterval(() => { document.title += 'x'; }, 20)</script>");

describe("a verifier", () => {
  let stage: VerificationStage;
  beforeAll(async () => {
    stage = await openVerificationStage({ concurrency: 3 });
  }, 60_000);
  afterAll(() => stage.close());

  test("judges again what was in the browser when the browser died, and blames nobody", async () => {
    const running = [stage.verify(SLOW), stage.verify(SLOW), stage.verify(HARMLESS)];
    expect(await eventually(() => stage.verifier.health().running === 3)).toBe(true);
    const [browser] = descendants(BROWSER);
    // Its group: what was started first may be a shell script around the browser.
    process.kill(-(browser ?? 0), "SIGKILL");
    expect((await Promise.all(running)).map(({ verdict }) => verdict)).toEqual(["pass", "pass", "pass"]);
  });

  test("survives the death of its driver, which leaves no browser behind", async () => {
    const running = stage.verify(SLOW);
    expect(await eventually(() => stage.verifier.health().running === 1)).toBe(true);
    const before = descendants(BROWSER);
    process.kill(descendants(DRIVER)[0] ?? 0, "SIGKILL");
    expect((await running).verdict).toBe("pass");
    expect(await eventually(() => before.every((pid) => !BROWSER.test(commandOf(pid))))).toBe(true);
  });

  test("does not let one document that hangs spoil its neighbours", async () => {
    const hung = stage.verify(pageWith("<script>for (;;);</script>"));
    const neighbours = await Promise.all(Array.from({ length: 6 }, () => stage.verify(HARMLESS)));
    expect(neighbours.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 6 }, () => "pass"));
    expect((await hung).verdict).toBe("unresponsive");
  });

  test("ends the process of a document that hangs", async () => {
    await stage.verify(pageWith("<script>for (;;);</script>"));
    const renderers = () =>
      descendants(/--type=renderer/).map((pid) =>
        Number(readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ")[11]),
      );
    const busy = async () => {
      const before = renderers();
      await sleep(200);
      // Ten milliseconds a tick: a loop would use twenty ticks, also on a core it shares.
      return renderers().some((ticks, index) => ticks - (before[index] ?? ticks) > 4);
    };
    expect(await busy()).toBe(false);
  });

  test("reports its load and its browser", async () => {
    const running = stage.verify(HARMLESS);
    expect(await eventually(() => stage.verifier.health().running === 1)).toBe(true);
    await running;
    expect(stage.verifier.health()).toMatchObject({
      browser: expect.stringMatching(/Chrome\/\d+/),
      queued: 0,
      running: 0,
    });
  });
});

test("a closed verifier leaves neither processes nor files", async () => {
  const stage = await openVerificationStage();
  await stage.verify(HARMLESS);
  const [driver] = descendants(DRIVER);
  expect(driver).toBeDefined();
  await stage.close();
  expect(descendants(DRIVER)).toEqual([]);
  expect(await eventually(() => descendants(BROWSER).length === 0)).toBe(true);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`dojo-browser-${driver}-`))).toEqual([]);
});

test("no browser outlives a service that was killed", async () => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const script = fileURLToPath(new URL("./testing/idle-service.ts", import.meta.url));
  const service: ChildProcess = spawn(process.execPath, ["--import", tsx, script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => service.stdout?.once("data", resolve));
  const pids = processTree(service.pid ?? 0);
  expect(pids.some((pid) => BROWSER.test(commandOf(pid)))).toBe(true);
  service.kill("SIGKILL");
  expect(
    await eventually(() => pids.every((pid) => !/driver-main|remote-debugging-pipe|--type=/.test(commandOf(pid)))),
  ).toBe(true);
});

test("a browser that does not exist is refused in one sentence that names it", async () => {
  const options = { documentPort: 1, objects: createDiskObjectStore("."), appOrigin: "http://localhost:3000" };
  await expect(createVerifier({ ...options, browserPath: "/nowhere/chromium" })).rejects.toThrow(
    /^No Chromium could be started\. .*\/nowhere\/chromium: .*ENOENT/,
  );
});
