import { LIMITS } from "./limits.ts";

/**
 * The errors of one document, from two sources that each miss something: the DevTools protocol does not
 * see what a page hides (`onerror = () => true`), and the shim does not see what happened before a script
 * could run, nor what the browser itself refuses. The union counts every error once.
 */

/** About our own headers and frame attributes, or what every document meets in them; not about this document. */
const POLICY_NOTICES = [
  /^Error with Permissions-Policy header/,
  /^Unrecognized feature: /,
  /Connection-Allowlist/i,
  /^Potential permissions policy violation/i,
  /^Ignored call to '(alert|confirm|prompt|print)\(\)'/,
  /^Blocked autofocusing on a (form control|<\w+> element) in a cross-origin subframe/,
  /^\[Intervention\]/,
  /favicon\.ico/,
];

/** Every mount has an address of its own; an error message that quotes it must not differ for that. */
const MOUNT_ADDRESS = /http:\/\/m[a-z0-9-]+\.localhost:\d+(\/d\/[0-9a-f]{64})?/g;

/** The same error as its other source words it, so that the two can be recognised as one. */
export function essence(text: string): string {
  return (text.split("\n")[0] ?? "")
    .replace(/^(console\.error|Unhandled rejection): /i, "")
    .replace(/^Uncaught (\(in promise\)\s*)?/, "")
    .replace(/^Error: /, "")
    .replace(/\s+/g, " ")
    .trim();
}

export class ErrorLog {
  private readonly byEssence = new Map<string, string>();
  private entries = 0;
  private bytes = 0;

  /** Counts whatever arrives, errors or not. False when the document says more than it may. */
  count(chars: number): boolean {
    this.entries += 1;
    this.bytes += chars;
    return this.entries <= LIMITS.consoleEntriesMax && this.bytes <= LIMITS.consoleBytesMax;
  }

  /** What a document may say, it may say after every load. */
  restartCount(): void {
    this.entries = 0;
    this.bytes = 0;
  }

  add(reported: string): void {
    const text = reported.replace(MOUNT_ADDRESS, "(this document)");
    const core = essence(text).slice(0, LIMITS.errorCharsMax);
    if (core === "" || this.byEssence.size >= LIMITS.errorsMax || this.byEssence.has(core)) return;
    if (POLICY_NOTICES.some((notice) => notice.test(core))) return;
    this.byEssence.set(core, text.split("\n")[0]?.slice(0, LIMITS.errorCharsMax) ?? core);
  }

  /** First line of each distinct error, in the order of their first appearance. */
  list(): string[] {
    return [...this.byEssence.values()];
  }
}
