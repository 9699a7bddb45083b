export const TASK_KINDS = ["control", "normal"] as const;
export const TASK_STATES = ["draft", "open", "closed", "quarantined"] as const;

export type TaskFilter = {
  readonly roundId: number | null;
  readonly kind: (typeof TASK_KINDS)[number] | null;
  readonly state: (typeof TASK_STATES)[number] | null;
};

type Query = { get(name: string): string | null };

/** The filter that an address carries. What is not understood filters nothing. */
export function filterOf(query: Query): TaskFilter {
  const round = Number(query.get("round"));
  return {
    roundId: Number.isInteger(round) && round > 0 ? round : null,
    kind: TASK_KINDS.find((kind) => kind === query.get("kind")) ?? null,
    state: TASK_STATES.find((state) => state === query.get("state")) ?? null,
  };
}

/** The address that carries a filter, so that it can be sent to somebody. */
export function queryOf(filter: TaskFilter): string {
  const query = new URLSearchParams();
  if (filter.roundId !== null) query.set("round", String(filter.roundId));
  if (filter.kind !== null) query.set("kind", filter.kind);
  if (filter.state !== null) query.set("state", filter.state);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

export const isFiltered = (filter: TaskFilter): boolean => queryOf(filter) !== "";
