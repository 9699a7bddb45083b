import { counters, leave } from "./parent-link.ts";
import { keyOf, listen } from "./primordials.ts";

type Counted = "pointer" | "key" | "scroll";

/** `scroll` itself is not counted: a script that scrolls causes trusted ones. Only input of a person does these. */
const COUNTED_BY_EVENT: readonly (readonly [type: string, counter: Counted])[] = [
  ["pointerdown", "pointer"],
  ["keydown", "key"],
  ["wheel", "scroll"],
  ["touchmove", "scroll"],
];

/** Counts real input. Events that the document makes are not trusted, so a flood of them counts nothing. */
export function countInput(): void {
  for (const [type, counter] of COUNTED_BY_EVENT) {
    const count = (event: Event) => {
      if (event.isTrusted) counters[counter] += 1;
    };
    listen(window, type, count, { capture: true, passive: true });
  }
}

/** Esc and F6 hand the keyboard back, whatever the document does with them: it must not become a trap. */
export function offerWayOut(): void {
  listen(
    window,
    "keydown",
    (event) => {
      const key = event.isTrusted ? keyOf(event) : null;
      if (key === "Escape" || key === "F6") leave();
    },
    true,
  );
}
