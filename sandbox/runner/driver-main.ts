import { Driver } from "./driver.ts";
import { toDriverSchema } from "./driver-messages.ts";
import type { FromDriver } from "./driver-messages.ts";

/**
 * The disposable process between the service and the browser. A hostile page can flood, confuse or end
 * this process; the service only sees that it has gone, starts another, and no browser is left behind:
 * when the channel to the service closes, for whatever reason, this process kills the browser and itself.
 */
let driver: Driver | null = null;

function say(message: FromDriver): void {
  if (process.connected) process.send?.(message);
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function end(): never {
  driver?.kill();
  process.exit(0);
}

async function start(settings: Parameters<typeof Driver.start>[0]): Promise<void> {
  try {
    const started = await Driver.start(settings);
    driver = started;
    // Without its browser this process has no purpose; the service notices the exit.
    started.browser.cdp.onClose = end;
    if (!process.connected) end();
    const { product, weakness, pid, profile } = started.browser;
    say({ t: "ready", browser: product, weakness, browserPid: pid, profile });
  } catch (error) {
    say({ t: "failed", reason: explain(error) });
  }
}

process.on("message", (raw) => {
  const message = toDriverSchema.parse(raw);
  if (message.t === "start") return void start(message.settings);
  const { id, job } = message;
  if (!driver) return say({ t: "fault", id, reason: "the browser has not started" });
  driver.verify(id, job).then(
    (outcome) => say({ t: "done", id, outcome }),
    (error: unknown) => say({ t: "fault", id, reason: explain(error) }),
  );
});
process.on("disconnect", end);
// A terminal sends these to the whole group; the service decides when its drivers end.
process.on("SIGINT", () => {});
process.on("SIGTERM", end);
process.on("uncaughtException", (error) => {
  process.stderr.write(`verification driver: ${explain(error)}\n`);
  driver?.kill();
  process.exit(1);
});
