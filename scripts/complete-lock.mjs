#!/usr/bin/env node
// Completes package-lock.json after every change of it: `npm ci` refuses a lock without entries for
// other platforms' optional binaries, and a registry that does not serve them leaves them out.
// An entry without `resolved` is enough: on its platform npm finds it by name and version.
import { readFileSync, writeFileSync } from "node:fs";

const OPERATING_SYSTEMS = [
  "android",
  "darwin",
  "linux",
  "win32",
  "freebsd",
  "openharmony",
  "sunos",
  "aix",
  "netbsd",
  "openbsd",
];
const PROCESSORS = ["arm64", "x64", "arm", "ia32", "ppc64", "s390x", "riscv64", "loong64", "mips64el"];

const path = "package-lock.json";
const lock = JSON.parse(readFileSync(path, "utf8"));

/** Where Node would find `name` from the package at `from`, among what the lock has. */
function isLocked(from, name) {
  for (let folder = from; ; ) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
    const parent = folder.lastIndexOf("/node_modules/");
    folder = parent < 0 ? "" : folder.slice(0, parent);
  }
}

/** The platform that a binary package's name tells. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const musl = words.some((word) => word.endsWith("musl"));
  const os =
    words.find((word) => OPERATING_SYSTEMS.includes(word)) ?? (words.includes("linuxmusl") ? "linux" : undefined);
  const cpu = name.includes("wasm32") ? "wasm32" : words.find((word) => PROCESSORS.includes(word));
  return { ...(cpu && { cpu: [cpu] }), ...(musl && { libc: ["musl"] }), ...(os && { os: [os] }) };
}

let added = 0;
for (const [from, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(from, name)) continue;
    const platform = platformOf(name);
    if (!platform.os && !platform.cpu) {
      console.error(`${from} → ${name}@${version}: not a platform binary, left alone`);
      continue;
    }
    const dev = lock.packages[from].dev ? { dev: true } : {};
    lock.packages[`node_modules/${name}`] = {
      version: version.replace(/^[\^~]/, ""),
      ...platform,
      optional: true,
      ...dev,
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.error(`${added} entries added`);
