#!/usr/bin/env node
// Fails when the message catalogues of the four languages do not say the same things: a file or a key
// missing or left over, a message that does not parse, other arguments than the English one, or plural
// categories that are not the language's. Plain Node, so that it also runs before anything is built.
//
//   node scripts/check-messages.mjs [folder]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// The parser that use-intl formats with: what passes here is what the browser understands.
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

const REFERENCE = "en";
const LOCALES = [REFERENCE, "zh-Hans", "ru", "vi"];

const folder = process.argv[2] ?? fileURLToPath(new URL("../messages", import.meta.url));
const problems = [];

/** Every message of a catalogue by its dotted key. */
function flatten(node, prefix, where, into = new Map()) {
  for (const [name, value] of Object.entries(node)) {
    const key = prefix ? `${prefix}.${name}` : name;
    if (typeof value === "string") into.set(key, value);
    else if (value !== null && typeof value === "object" && !Array.isArray(value)) flatten(value, key, where, into);
    else problems.push(`${where} ${key}: a message is a string, this is ${JSON.stringify(value)}`);
  }
  return into;
}

function readCatalogue(locale, file) {
  const where = `${locale}/${file}`;
  try {
    return flatten(JSON.parse(readFileSync(join(folder, locale, file), "utf8")), "", where);
  } catch (error) {
    problems.push(error.code === "ENOENT" ? `${where}: no such file` : `${where}: ${error.message}`);
    return null;
  }
}

function cataloguesOf(locale) {
  try {
    return readdirSync(join(folder, locale)).filter((name) => name.endsWith(".json"));
  } catch {
    problems.push(`${locale}: no such folder of catalogues`);
    return [];
  }
}

/** All elements of a parsed message, those inside plural branches and tags included. */
function* elementsOf(elements) {
  for (const element of elements) {
    yield element;
    for (const option of Object.values(element.options ?? {})) yield* elementsOf(option.value);
    if (element.type === TYPE.tag) yield* elementsOf(element.children);
  }
}

/** Names of the arguments and tags that code must pass. */
function argumentsOf(elements) {
  const names = new Set();
  for (const element of elementsOf(elements)) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
  }
  return [...names].sort().join(", ");
}

/**
 * A category the language never uses is a branch nobody sees. A cardinal one that is left out makes
 * wrong grammar; an ordinal may do with `other`, as "Hạng 1" does.
 */
function checkPlurals(elements, locale, where) {
  for (const element of elementsOf(elements)) {
    if (element.type !== TYPE.plural) continue;
    const known = new Intl.PluralRules(locale, { type: element.pluralType }).resolvedOptions().pluralCategories;
    const used = Object.keys(element.options).filter((category) => !category.startsWith("="));
    for (const category of used) {
      if (!known.includes(category)) problems.push(`${where}: ${locale} has no ${element.pluralType} "${category}"`);
    }
    if (element.pluralType !== "cardinal") continue;
    for (const category of known) {
      if (!used.includes(category)) problems.push(`${where}: plural category "${category}" is missing`);
    }
  }
}

function parsed(message, locale, where) {
  try {
    const elements = parse(message);
    checkPlurals(elements, locale, where);
    return elements;
  } catch (error) {
    problems.push(`${where}: does not parse (${error.message}): ${message}`);
    return null;
  }
}

function compare(locale, file, reference, catalogue) {
  for (const key of reference.keys()) {
    if (!catalogue.has(key)) problems.push(`${locale}/${file} ${key}: missing`);
  }
  for (const [key, message] of catalogue) {
    const where = `${locale}/${file} ${key}`;
    if (message.trim() === "") problems.push(`${where}: empty`);
    const elements = parsed(message, locale, where);
    const english = reference.get(key);
    if (english === undefined) {
      problems.push(`${where}: not in ${REFERENCE}`);
      continue;
    }
    if (elements === null) continue;
    const wanted = argumentsIn(english);
    const found = argumentsOf(elements);
    if (wanted !== null && wanted !== found) problems.push(`${where}: has arguments [${found}], not [${wanted}]`);
  }
}

/** Arguments of an English message; null when it does not parse, which is reported with its own file. */
function argumentsIn(message) {
  try {
    return argumentsOf(parse(message));
  } catch {
    return null;
  }
}

const files = new Set(LOCALES.flatMap(cataloguesOf));
let messages = 0;
for (const file of [...files].sort()) {
  const reference = readCatalogue(REFERENCE, file);
  messages += reference?.size ?? 0;
  for (const locale of LOCALES) {
    const catalogue = locale === REFERENCE ? reference : readCatalogue(locale, file);
    // What a missing or broken file lacks is said once, not key by key.
    if (reference && catalogue) compare(locale, file, reference, catalogue);
  }
}

if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n${problems.length} problems in the message catalogues.\n`);
  process.exitCode = 1;
} else {
  process.stderr.write(`${messages} messages in ${files.size} files agree in ${LOCALES.length} languages.\n`);
}
