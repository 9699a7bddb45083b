import type { InterfaceTree } from "./interface-tree.ts";
import type { Site } from "./operator.ts";

/**
 * An edit that nobody can see. Every level carries the same number of edits, so that neither the number of
 * changes nor the size of the code tells a level from another.
 */
export type Decoy = {
  readonly name: string;
  readonly sites: (tree: InterfaceTree) => Site[];
};
