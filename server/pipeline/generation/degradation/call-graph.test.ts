import { describe, expect, it } from "vitest";

import { callGraph, runsAfterEventsOnly } from "./call-graph.ts";
import { parseInterface } from "./interface-tree.ts";
import { functionName } from "./script-text.ts";

/** Names of the functions whose body runs only after events. */
function namesOf(content: string, entry: "index.html" | "index.tsx"): string[] {
  const tree = parseInterface({ entry, files: [{ path: entry, content }] });
  const graph = callGraph(tree);
  return tree.paths.flatMap((path) => {
    if (!path.isFunction()) return [];
    const name = functionName(path);
    const body = path.get("body");
    const inside = Array.isArray(body) ? body[0] : body;
    return name && inside && runsAfterEventsOnly(inside, graph) ? [name] : [];
  });
}

describe("what runs only after somebody acted", () => {
  it("in a page: handlers and what only they call, not what also draws at load", () => {
    const script =
      "function draw() { paint(); } function paint() {} function add() { check(); draw(); } function check() {} " +
      'b.addEventListener("click", add); b.onkeydown = jump; function jump() {} setTimeout(later, 5); function later() {} draw();';
    const names = namesOf(`<body><script>${script}</script></body>`, "index.html");
    expect(names.toSorted()).toEqual(["add", "check", "jump", "later"]);
  });

  it("in React: handlers, effects and reducers, not components, their helpers or initialisers", () => {
    const content =
      "function format(x) { return x; } function reduce(s, a) { return s; } function start() { return 1; } " +
      "export default function App() { const [s, dispatch] = useReducer(reduce, null, start); const save = () => { send(); }; " +
      "function send() {} const shown = list.map(toRow); function toRow(x) { return x; } " +
      "useEffect(() => { tick(); }, []); function tick() {} return <button onClick={save}>{format(s)}{shown}</button>; }";
    expect(namesOf(content, "index.tsx").toSorted()).toEqual(["reduce", "save", "send", "tick"]);
  });
});
