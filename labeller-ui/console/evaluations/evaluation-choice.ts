import type { Evaluation } from "#server/pipeline/generation/evals/schema.ts";

/** Which evaluation is shown, and which one it is compared with; null: the newest, and none. */
export type EvaluationChoice = { readonly shown: string | null; readonly compared: string | null };

type Query = { get(name: string): string | null };

/** The choice that an address carries. */
export function choiceOf(query: Query): EvaluationChoice {
  return { shown: query.get("shown"), compared: query.get("with") };
}

/** The address that carries a choice, so that it can be sent to somebody. */
export function queryOf({ shown, compared }: EvaluationChoice): string {
  const query = new URLSearchParams();
  if (shown !== null) query.set("shown", shown);
  if (compared !== null) query.set("with", compared);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

export type Chosen = { readonly shown: Evaluation; readonly compared: Evaluation | null };

/** What a choice means among the evaluations there are: something unknown is the newest, nothing is compared with itself. */
export function chosenOf(evaluations: readonly Evaluation[], choice: EvaluationChoice): Chosen | null {
  const shown = evaluations.find(({ id }) => id === choice.shown) ?? evaluations[0];
  if (!shown) return null;
  return { shown, compared: evaluations.find(({ id }) => id === choice.compared && id !== shown.id) ?? null };
}
