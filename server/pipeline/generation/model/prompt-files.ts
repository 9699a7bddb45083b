import { readFileSync } from "node:fs";

import { sha256Hex } from "#server/platform/hashing.ts";

import type { ModelMessage } from "./ports.ts";

/** The version of each prompt in use. An old version stays as a file: ledger rows name it. */
export const PROMPT_VERSIONS = { problem: "v1", completion: "v1", repair: "v1", degradation: "v1" } as const;
export type PromptName = keyof typeof PROMPT_VERSIONS;

export type Prompt = {
  /** `problem/v1`. */
  readonly version: string;
  /** SHA-256 of the file: a version that was edited shows in the ledger. */
  readonly hash: string;
  /** Fills every placeholder. */
  render(values: Readonly<Record<string, string>>): ModelMessage[];
};

const PROMPTS = new URL("../prompts/", import.meta.url);

export function loadPrompt(name: PromptName): Prompt {
  const version = `${name}/${PROMPT_VERSIONS[name]}`;
  return parsePrompt(version, readFileSync(new URL(`${version}.md`, PROMPTS), "utf8"));
}

/**
 * A prompt file: `<!-- system -->`, instructions without placeholders, `<!-- user -->`, and the request. There
 * `{{name}}` stands for words of ours and `{{data:name}}` for text that a model or a person wrote, which is fenced.
 * @throws {Error} for any other form: a mistake in a prompt is a bug, not a worse answer.
 */
export function parsePrompt(version: string, file: string): Prompt {
  const [, system, user] = /^<!-- system -->\n([\s\S]+)\n<!-- user -->\n([\s\S]+)$/.exec(file) ?? [];
  if (system === undefined || user === undefined) throw new Error(`${version}: a system part, then a user part`);
  if (/\{\{|\}\}/.test(system)) throw new Error(`${version}: the system part has no placeholders`);
  const names = [...user.matchAll(PLACEHOLDER)].map(([, , name]) => name ?? "");
  if (/\{\{|\}\}/.test(user.replaceAll(PLACEHOLDER, ""))) throw new Error(`${version}: a placeholder is malformed`);
  return {
    version,
    hash: sha256Hex(file),
    render(values) {
      const unknown = Object.keys(values).find((name) => !names.includes(name));
      if (unknown !== undefined) throw new Error(`${version} has no placeholder ${unknown}`);
      // One pass: what is filled in is never looked at again.
      const content = user.replaceAll(PLACEHOLDER, (_whole, data: string | undefined, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`${version} needs a value for ${name}`);
        return data === undefined ? value : fence(value);
      });
      return [
        { role: "system", content: system.trim() },
        { role: "user", content: content.trim() },
      ];
    },
  };
}

const PLACEHOLDER = /\{\{(data:)?([a-z]+)\}\}/g;

/** The tag is named after the hash of what it holds: no text can contain the end of its own fence. */
export function fence(text: string): string {
  const tag = `data-${sha256Hex(text).slice(0, 16)}`;
  return `<${tag}>\n${text}\n</${tag}>`;
}
