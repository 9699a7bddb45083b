import { BENIGN_ALARM, BENIGN_TYPED, CLICK_MARK, LAYOUT, RESULT_MARK } from "./page-facts.ts";

const GAP_MS = 1_500;
const TYPED_MS = 250;

/**
 * A document that does nothing wrong: three stand beside every attack, and one comes after it. It
 * reports as an error of its own what reaches it from another document, or that it could not run.
 */
export function benignHtml(name: string): string {
  const { x, y, width, height } = LAYOUT.benignField;
  return `<!doctype html><html lang="en"><head><title>${name}</title></head><body>
<input aria-label="Search" style="position:absolute;box-sizing:border-box;left:${x}px;top:${y}px;width:${width}px;height:${height}px">
<h1 style="margin-top:60px">${name}</h1><p>An ordinary interface with a counter.</p><button>Add one</button> <output>0</output>
<script>
  const shout = (text) => console.error("${BENIGN_ALARM} " + text);
  let count = 0;
  document.querySelector("button").addEventListener("click", () => {
    document.querySelector("output").textContent = String(++count);
  });
  let typing = 0;
  document.querySelector("input").addEventListener("input", ({ target }) => {
    clearTimeout(typing);
    typing = setTimeout(() => console.error("${BENIGN_TYPED}" + target.value), ${TYPED_MS});
  });
  let beat = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (now - beat > ${GAP_MS}) shout("frozen for " + Math.round(now - beat) + " ms");
    beat = now;
  }, 50);
  addEventListener("message", (event) => {
    // The positive control has no shim to swallow the page's own answer.
    if (event.data?.k !== "dojo:port") shout("message " + JSON.stringify(event.data ?? null).slice(0, 80));
  });
</script></body></html>`;
}

/** Appended to an attack whose oracle is `window.__r`: what it found comes out as an error, the one way that leads out. */
export const RESULT_PROBE = `<script>
(() => {
  let said = "";
  setInterval(() => {
    let text = "";
    try { text = JSON.stringify(window.__r ?? {}); } catch { text = "{}"; }
    if (text !== said && text !== "{}") console.error("${RESULT_MARK}" + text.slice(0, 230));
    said = text;
  }, 200);
})();
</script>`;

/** Appended to an attack that waits for a click: one that never came would pass for one that was contained. */
export const CLICK_PROBE = `<script>
addEventListener("pointerdown", ({ isTrusted }) => { if (isTrusted) console.error("${CLICK_MARK}"); }, true);
</script>`;

/** The names that a document set in `window.__r` to something other than false, as far as it could report them. */
export function reportedResults(errors: readonly string[]): ReadonlyMap<string, string> {
  const results = new Map<string, string>();
  for (const error of errors) {
    const at = error.indexOf(RESULT_MARK);
    if (at < 0) continue;
    // The text may be cut off, so it is searched and not parsed.
    for (const [, name = "", value = ""] of error.slice(at).matchAll(/"([\w$]+)":("[^"]*"?|[^,}]*)/g)) {
      if (!["null", "false", "0", '""', "[]"].includes(value)) results.set(name, value.slice(0, 80));
    }
  }
  return results;
}
