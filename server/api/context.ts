import type { Deps } from "#server/platform/deps.ts";

/** Who is asking, with everything that procedure builders decide on. Read afresh for every request. */
export type Actor = {
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly locale: string;
  readonly level: number;
  readonly isOperator: boolean;
  /** Memberships that have not ended. */
  readonly memberships: readonly {
    readonly teamId: string;
    readonly minerId: string | null;
    readonly role: "owner" | "manager" | "labeller";
    readonly state: "active" | "paused";
  }[];
  readonly validatorIds: readonly string[];
};

export type Context = {
  readonly deps: Deps;
  readonly actor: Actor | null;
  /** Appends a Set-Cookie header to the answer. */
  readonly setCookie: (cookie: string) => void;
  readonly request: { readonly ip: string; readonly headers: Headers };
};
