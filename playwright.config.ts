import { defineConfig } from "@playwright/test";

const CHROMIUM_ARGS = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-gpu",
  // Chromium refuses to run as root with its own sandbox; the frames' isolation under test is the page's, not this.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** What runs a command against the installation and needs no browser: once, not once a browser. */
const COMMAND_SPECS = "demo.spec.ts";

/** End-to-end tests against the production build, started by `e2e/installation.ts` as a person would. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/installation.ts",
  reporter: [["list"]],
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  use: { baseURL: "http://localhost:3200", trace: "retain-on-failure", viewport: { width: 1440, height: 900 } },
  projects: [
    {
      name: "chromium",
      testIgnore: COMMAND_SPECS,
      use: {
        browserName: "chromium",
        launchOptions: { executablePath: process.env.TEST_CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM_ARGS },
      },
    },
    {
      name: "firefox",
      testIgnore: COMMAND_SPECS,
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: { executablePath: process.env.TEST_FIREFOX ?? "/usr/bin/firefox-esr" },
      },
    },
    { name: "commands", testMatch: COMMAND_SPECS },
  ],
});
