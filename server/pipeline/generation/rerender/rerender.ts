import type { Source } from "#sandbox/contract.ts";

import { parseInterface, printInterface } from "../degradation/interface-tree.ts";
import { keyedChance } from "../keyed-chance.ts";
import { jitterInPlace } from "./jitter.ts";
import { renameDomNamesInPlace } from "./rename-dom-names.ts";
import { renameIdentifiersInPlace } from "./rename-identifiers.ts";
import { shuffleInPlace } from "./shuffle-order.ts";
import { writeInPlace } from "./writing-style.ts";

/**
 * Writes an interface anew for one identity. It looks and behaves the same, says the same and has the same roles
 * and names, but two identities cannot find out by comparing code or pixels that they were shown one level, nor
 * which lines a level changed.
 *
 * @param seedBytes keyed by the round's secret, the task and the identity. Same seed, same bytes.
 */
export function rerender(source: Source, seedBytes: Uint8Array): Source {
  const tree = parseInterface(source);
  // With the source in the seed, the four completions of a task do not get the same names in the same order.
  const chance = keyedChance(seedBytes).fork(
    printInterface(tree)
      .files.map((file) => file.content)
      .join("\n"),
  );
  renameDomNamesInPlace(tree, chance.fork("dom-names"));
  jitterInPlace(tree, chance.fork("jitter"));
  renameIdentifiersInPlace(tree, chance.fork("identifiers"));
  shuffleInPlace(tree, chance.fork("order"));
  const style = writeInPlace(tree, chance.fork("writing"));
  return printInterface(tree, style);
}
