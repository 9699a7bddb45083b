import type { Attack } from "./corpus.ts";

export type Surface = "frame" | "verify";

/**
 * What happened, by oracle: null when it did not, else a few words of evidence. A name that is
 * missing was not observed on that surface.
 */
export type Facts = Readonly<Record<string, string | null>>;

export type AttackResult = {
  readonly id: string;
  readonly surface: Surface;
  readonly contained: boolean;
  readonly evidence: string;
};

/** Must be false for every document, whichever attack it is: the boundary itself. */
const ALWAYS = [
  "hits",
  "internalHits",
  "stun",
  "tcp",
  "dns",
  "appHits",
  "topnav",
  "popup",
  "dialog",
  "download",
  "parentCookie",
  "spoof",
  "pwn",
  "siblingMsg",
  "siblingNav",
  "frameLeft",
  "parentCrash",
  "verifierHang",
  "benignAfter",
] as const;

/** Facts that belong to one surface: on the other they are no gap. */
const ONLY_ON: Readonly<Record<string, Surface>> = {
  verifierHang: "verify",
  verifierMem: "verify",
  hiddenError: "verify",
  blank: "verify",
  static: "verify",
  cpuUnnoticed: "verify",
  notKilled: "frame",
};

/** Judged by a person, or by statistics over many labels: nothing that a run can see. */
const MANUAL = "manual";

export function judge(attack: Attack, surface: Surface, facts: Facts, note: string): AttackResult {
  const oracles = [...new Set([...attack.oracles, ...ALWAYS])];
  const happened = oracles.flatMap((name) => {
    const evidence = facts[name];
    return evidence === undefined || evidence === null ? [] : [`${name}: ${evidence}`];
  });
  const unseen = attack.oracles.filter(
    (name) => name !== MANUAL && facts[name] === undefined && (ONLY_ON[name] ?? surface) === surface,
  );
  const parts = [
    ...happened,
    ...(note === "" ? [] : [note]),
    ...(unseen.length === 0 ? [] : [`not observed here: ${unseen.join(", ")}`]),
    ...(attack.oracles.includes(MANUAL) ? ["needs a person's judgement"] : []),
  ];
  return {
    id: attack.id,
    surface,
    contained: happened.length === 0,
    evidence: parts.join("; ") || "nothing happened",
  };
}
