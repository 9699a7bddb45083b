import { expect, test } from "vitest";

import { childEnvironment, readSandboxEnv } from "./env.ts";

test("an empty environment gives the documented defaults", () => {
  expect(readSandboxEnv({})).toEqual({
    SANDBOX_PORT: 4001,
    SANDBOX_CONTROL_PORT: 4002,
    SANDBOX_HOST: "127.0.0.1",
    SANDBOX_HOST_SUFFIX: "localhost",
    APP_ORIGIN: "http://localhost:3000",
    DATA_DIR: ".data",
  });
});

test("an empty variable counts as absent", () => {
  expect(readSandboxEnv({ SANDBOX_PORT: "", BROWSER_PATH: "" }).SANDBOX_PORT).toBe(4001);
});

test("the application's address is reduced to its origin, because it becomes part of a header", () => {
  expect(readSandboxEnv({ APP_ORIGIN: "https://app.example/path?query" }).APP_ORIGIN).toBe("https://app.example");
});

test.each([
  ["SANDBOX_PORT", "eighty"],
  ["SANDBOX_PORT", "70000"],
  ["APP_ORIGIN", "app.example"],
  ["APP_ORIGIN", "javascript:alert(1)"],
  ["SANDBOX_HOST_SUFFIX", "bad suffix; frame-src *"],
])("%s=%s is refused in a sentence that names the variable", (name, value) => {
  expect(() => readSandboxEnv({ [name]: value })).toThrow(name);
});

test("child processes see nothing of the caller's environment that is not named", () => {
  expect(Object.keys(childEnvironment())).not.toContain("VITEST");
  expect(childEnvironment().NODE_ENV).toBe("production");
});
