import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FIREFOX = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

const found = (paths: readonly string[]) => paths.find((path) => existsSync(path));

/** Debian's packages, where this user may install them. */
function install(say: (line: string) => void): boolean {
  if (process.getuid?.() !== 0 || spawnSync("which", ["apt-get"]).status !== 0) return false;
  say("Installing Chromium and Firefox for the browser tests …");
  const update = spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
  const packages = ["chromium", "chromium-headless-shell", "firefox-esr", "fonts-noto-core", "fonts-noto-cjk"];
  const run = spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
    stdio: "ignore",
  });
  return update.status === 0 && run.status === 0;
}

/**
 * The browsers of the end-to-end tests, as environment for the steps. Installs them where it can;
 * says in one sentence what to install where it cannot.
 */
export async function findTestBrowsers(say: (line: string) => void): Promise<Record<string, string>> {
  if (!found(CHROMIUM) || !found(FIREFOX)) install(say);
  const [chromium, firefox] = [found(CHROMIUM), found(FIREFOX)];
  if (!chromium || !firefox) {
    const missing = [chromium ? "" : "Chromium", firefox ? "" : "Firefox"].filter(Boolean).join(" and ");
    throw new Error(
      `The tests need ${missing}: on Debian or Ubuntu run \`sudo apt-get install chromium firefox-esr\`, then \`npm test\` again.`,
    );
  }
  return { TEST_CHROMIUM: chromium, TEST_FIREFOX: firefox };
}
