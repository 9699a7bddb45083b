import { defineConfig } from "vitest/config";

const exclude = ["node_modules/**", ".next/**", ".data/**", ".cache/**", "e2e/**"];

// Three projects, from fast to slow. `integration` needs PostgreSQL or a browser and starts its own.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.integration.test.ts", "sandbox/attacks/**"],
          restoreMocks: true,
          // Property tests over the whole library take seconds on a busy machine; time is not what they check.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["**/*.integration.test.ts"],
          exclude: [...exclude, "sandbox/attacks/**"],
          globalSetup: ["server/testing/global-setup.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Two cores: more files at once only make each other slow.
          maxWorkers: 2,
          env: { LOG_LEVEL: "silent" },
        },
      },
      {
        test: {
          name: "attacks",
          include: ["sandbox/attacks/**/*.test.ts"],
          exclude,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
