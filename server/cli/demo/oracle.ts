import { hmacSha512 } from "#server/platform/hashing.ts";
import type { Subnet } from "#server/platform/deps.ts";
import { keyedOrderMessage, keyedVariants } from "#server/validator/ground-truth/keyed-order.ts";

import type { ApiClient } from "../api-client.ts";

/** What is shown at each position of one miner's task, and how good it is: 0 best. */
export type Shown = { taskId: string; bases: number[]; trueRanks: number[] };

/**
 * What honest eyes see. The demo opened the round with a secret of its own, so it can compute every
 * miner's keyed truth from public facts; the server tells it nothing that a validator may not know.
 */
export function createOracle(validator: ApiClient, subnet: Subnet, secretHex: string) {
  const secret = Buffer.from(secretHex, "hex");
  const tasks = new Map<string, ReturnType<ApiClient["tasks"]["get"]["query"]>>();
  const taskOf = (taskId: string) => {
    const known = tasks.get(taskId) ?? validator.tasks.get.query({ taskId });
    tasks.set(taskId, known);
    return known;
  };

  return async (assignmentId: string): Promise<Shown> => {
    const { taskId, minerId } = await validator.tasks.assignment.query({ assignmentId });
    const task = await taskOf(taskId);
    const message = keyedOrderMessage({ ...subnet, roundId: task.roundId, taskId, minerId, purpose: "order" });
    const indices = [0, 1, 2, 3];
    const realisations = indices.map((base) =>
      indices.map((level) => task.variants.filter((v) => v.base === base && v.level === level).length || 1),
    );
    const keyed = keyedVariants(hmacSha512(secret, message), { bases: 4, levels: 4, realisations });
    const levelOfBase = (base: number) => task.variants.find((variant) => variant.base === base)?.level ?? 0;
    return {
      taskId,
      bases: keyed.map(({ base }) => base),
      trueRanks: keyed.map(({ base, level }) => (task.kind === "control" ? level : levelOfBase(base))),
    };
  };
}
export type Oracle = ReturnType<typeof createOracle>;
