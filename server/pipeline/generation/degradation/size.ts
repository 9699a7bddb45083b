import type { Source } from "#sandbox/contract.ts";

import { t } from "./babel.ts";
import { type InterfaceTree, printInterface } from "./interface-tree.ts";

/** What a shortcut probe can count without running anything. */
export type Size = {
  readonly chars: number;
  /** Nodes of the script, elements of the markup and declarations of the style sheet. */
  readonly nodes: number;
};

export function sizeOf(tree: InterfaceTree): Size {
  return { chars: charsOf(printInterface(tree)), nodes: nodesOf(tree) };
}

function charsOf(source: Source): number {
  return source.files.find((file) => file.path === source.entry)?.content.length ?? 0;
}

function nodesOf(tree: InterfaceTree): number {
  let nodes = tree.html?.elements.length ?? 0;
  t.traverseFast(tree.script, () => {
    nodes += 1;
  });
  tree.html?.styles.walkDecls(() => {
    nodes += 1;
  });
  return nodes;
}
