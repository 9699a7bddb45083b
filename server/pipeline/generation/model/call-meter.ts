import type { Deps } from "#server/platform/deps.ts";
import { type BudgetScope, refusingScope } from "#server/validator/budget/admit-call.ts";
import { callPriceMicro } from "#server/validator/budget/call-price.ts";

import { endModelCall, insertModelCall, lockMonth, type NewModelCall, readBooked } from "./call-repository.ts";
import type { CallMeter, Spending } from "./ports.ts";

export type CallPurpose = Omit<NewModelCall, "model" | "priceMicroMax">;

const REFUSALS: Record<BudgetScope, string> = {
  task: "The budget of one problem (MODEL_BUDGET_TASK) does not cover the next call.",
  run: "The budget of one run (MODEL_BUDGET_RUN) does not cover the next call.",
  month: "The month's budget (MODEL_BUDGET_MONTH) does not cover the next call.",
};

/**
 * Books every request in the ledger before it is made and settles it afterwards. Counting and booking happen under
 * one row lock, so requests that are made at the same time cannot exceed a budget together. A process that dies in
 * between leaves its request booked at the most it can have cost.
 */
export function createCallMeter(deps: Pick<Deps, "db">, spending: Spending, purpose: CallPurpose): CallMeter {
  const models = new Map<string, string>();
  return {
    async open({ model, tokensInMax, tokensOutMax }) {
      const price = spending.prices[model];
      if (!price) return { refused: `MODEL_PRICES says nothing about ${model}.` };
      const priceMicroMax = callPriceMicro({ tokensIn: tokensInMax, tokensOut: tokensOutMax }, price);
      return deps.db.withTransaction(async (sql) => {
        await lockMonth(sql);
        const refusing = refusingScope(priceMicroMax, await readBooked(sql, purpose), spending.limitsMicro);
        if (refusing) return { refused: REFUSALS[refusing] };
        const callId = await insertModelCall(sql, { ...purpose, model, priceMicroMax });
        models.set(callId, model);
        return { callId };
      });
    },
    async close(callId, ended) {
      const price = spending.prices[models.get(callId) ?? ""];
      const priceMicro = ended.usage && price ? callPriceMicro(ended.usage, price) : null;
      models.delete(callId);
      await endModelCall(deps.db.sql, callId, { ...ended, priceMicro });
    },
  };
}
