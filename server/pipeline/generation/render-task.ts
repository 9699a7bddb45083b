import { DomainError } from "#server/errors.ts";
import { hmacSha512 } from "#server/platform/hashing.ts";
import {
  keyedOrderMessage,
  keyedVariants,
  type PositionedVariant,
} from "#server/validator/ground-truth/keyed-order.ts";

import { loadSource } from "./load-source.ts";
import type { GenerationDeps } from "./ports.ts";
import { rerender } from "./rerender/rerender.ts";
import { findTaskToRender, insertRendering, listUnrenderedMiners, type TaskToRender } from "./rendering-repository.ts";

/**
 * Makes the documents of one open task for every active miner that has none yet. Each miner gets its
 * own four: which base carries which level, by which realisation, in which position follows from
 * HMAC(round secret, task, miner), and every document is re-rendered so that two miners never share one.
 */
export async function renderTask(deps: GenerationDeps, taskId: string): Promise<number> {
  const task = await findTaskToRender(deps.db.sql, taskId);
  if (!task) return 0; // closed in the meantime
  const secret = deps.vault.open(task.secretSealed);
  const miners = await listUnrenderedMiners(deps.db.sql, taskId, deps.subnet);
  for (const minerId of miners) await renderForMiner(deps, task, secret, minerId);
  return miners.length;
}

async function renderForMiner(
  deps: GenerationDeps,
  task: TaskToRender,
  secret: Uint8Array,
  minerId: string,
): Promise<void> {
  const positions = variantsFor(deps, task, secret, minerId);
  const documents = await Promise.all(
    positions.map(async (position, index) => {
      const source = await loadSource(deps, completionOf(task, position).sourceHash);
      const seed = hmacSha512(secret, messageOf(deps, task, minerId, `render-${index}`));
      const built = await deps.sandbox.build({ source: rerender(source, seed) });
      if (!built.ok)
        throw new DomainError(
          "invalid",
          "rendering.does-not-build",
          `A re-rendering of task ${task.taskId} does not build: ${built.findings[0]?.message ?? ""}`,
        );
      return built.documentHash;
    }),
  );
  await insertRendering(deps.db.sql, { taskId: task.taskId, minerId, documents, variants: positions });
}

const messageOf = (deps: GenerationDeps, task: TaskToRender, minerId: string, purpose: string) =>
  keyedOrderMessage({ ...deps.subnet, roundId: task.roundId, taskId: task.taskId, minerId, purpose });

/** Control tasks: keyed base, level, realisation and position. Normal tasks: every miner sees the same four completions, in keyed positions. */
function variantsFor(
  deps: GenerationDeps,
  task: TaskToRender,
  secret: Uint8Array,
  minerId: string,
): PositionedVariant[] {
  const key = hmacSha512(secret, messageOf(deps, task, minerId, "order"));
  const bases = new Set(task.variants.map((variant) => variant.base)).size;
  const realisations = Array.from({ length: bases }, (_, base) =>
    Array.from(
      { length: bases },
      (__, level) => task.variants.filter((v) => v.base === base && v.level === level).length || 1,
    ),
  );
  const keyed = keyedVariants(key, { bases, levels: bases, realisations });
  if (task.kind === "control") return [...keyed];
  return keyed.map(({ base }) => {
    const variant = task.variants.find((candidate) => candidate.base === base);
    if (!variant) throw new Error(`task ${task.taskId} has no completion of base ${base}`);
    return { base, level: variant.level, realisation: 0 };
  });
}

function completionOf(task: TaskToRender, position: PositionedVariant) {
  const found = task.variants.find(
    (v) => v.base === position.base && v.level === position.level && v.realisation === position.realisation,
  );
  if (!found)
    throw new Error(
      `task ${task.taskId} lacks base ${position.base}, level ${position.level}, realisation ${position.realisation}`,
    );
  return found;
}
