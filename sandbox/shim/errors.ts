import { SHIM_LIMITS } from "#sandbox/policy/limits.ts";

import { counters, log } from "./parent-link.ts";
import { applyTo, errorMessageOf, jsonText, listen, rejectionReasonOf, sliceText, toText } from "./primordials.ts";

/** The name under which the verification runner offers its binding. */
const BINDING = "__dojoReport";

type Report = (json: string) => void;

/**
 * Takes the runner's binding and removes it, before the document can see that it is being verified.
 * In a labeller's browser there is none.
 */
function takeBinding(): Report | null {
  const binding: unknown = Reflect.get(globalThis, BINDING);
  if (typeof binding !== "function") return null;
  Reflect.deleteProperty(globalThis, BINDING);
  return (json) => binding(json);
}

const report = takeBinding();
let reported = 0;

/** Text of anything that was thrown. Making it may run code of the document, which may throw again. */
function describe(value: unknown): string {
  try {
    if (typeof value === "object" && value !== null && "message" in value) {
      const name = "name" in value ? toText(value.name) : "Error";
      return `${name}: ${toText(value.message)}`;
    }
    return toText(value);
  } catch {
    return "something that cannot be shown";
  }
}

function record(text: string): void {
  counters.errors += 1;
  log("error", text);
  if (!report || reported >= SHIM_LIMITS.reportedErrorsMax) return;
  reported += 1;
  // Put together by hand: stringifying an object would ask it, and so Object.prototype, for toJSON.
  report(`{"t":"error","text":${jsonText(sliceText(text, 0, SHIM_LIMITS.reportedErrorCharsMax))}}`);
}

/**
 * A picture that did not load arrives as an event of another kind, whose message cannot be read: it
 * is no exception. `instanceof` would ask the document.
 */
function recordException(event: Event): void {
  let message: unknown;
  try {
    message = errorMessageOf(event);
  } catch {
    return;
  }
  if (typeof message === "string") record(message);
}

/**
 * Listens before the document can, in the capture phase of the window, where nothing comes earlier:
 * a page that hides its errors (`onerror = () => true`) hides them from the browser's own reporting,
 * not from this.
 */
export function captureErrors(): void {
  listen(
    window,
    "error",
    (event) => {
      if (event.isTrusted) recordException(event);
    },
    true,
  );
  listen(
    window,
    "unhandledrejection",
    (event) => {
      if (event.isTrusted) record(`Unhandled rejection: ${describe(rejectionReasonOf(event))}`);
    },
    true,
  );
}

/**
 * `console.error` reaches the report too. The document may replace it later; then what it does not
 * log is no error.
 */
export function captureConsole(): void {
  const original = console.error;
  console.error = function error(...values: unknown[]) {
    let text = "";
    for (let index = 0; index < values.length && index < 8; index += 1)
      text += (index > 0 ? " " : "") + describe(values[index]);
    record(`console.error: ${text}`);
    applyTo(original, console, values);
  };
}
