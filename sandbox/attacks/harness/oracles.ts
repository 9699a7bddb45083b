import type { Attack, BrowserName, Surface } from "./corpus.ts";

/**
 * What happened, by oracle: null when it did not, else a few words of evidence. A name that is
 * missing was not observed on that surface.
 */
export type Facts = Readonly<Record<string, string | null>>;

export type AttackResult = {
  readonly id: string;
  readonly surface: Surface;
  readonly contained: boolean;
  /** Oracles that were seen and must not be. */
  readonly seen: readonly string[];
  /** Oracles that were seen where the corpus says that this browser cannot prevent them. */
  readonly gaps: readonly string[];
  /** Oracles of the attack that nobody could look at: they are neither seen nor absent. */
  readonly unobserved: readonly string[];
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

type Place = { readonly surface: Surface; readonly browser: BrowserName };

export function judge(attack: Attack, place: Place, facts: Facts, note: string): AttackResult {
  const { surface, browser } = place;
  const happened = [...new Set([...attack.oracles, ...ALWAYS])].filter((name) => (facts[name] ?? null) !== null);
  const isGap = (name: string) => !(attack.requiredIn[name] ?? [browser]).includes(browser);
  const seen = happened.filter((name) => !isGap(name));
  const gaps = happened.filter(isGap);
  const unobserved = attack.oracles.filter(
    (name) => name !== MANUAL && facts[name] === undefined && (ONLY_ON[name] ?? surface) === surface,
  );
  const parts = [
    ...seen.map((name) => `${name}: ${facts[name]}`),
    ...gaps.map((name) => `known gap in ${browser}: ${name}: ${facts[name]}`),
    ...(note === "" ? [] : [note]),
    ...(unobserved.length === 0 ? [] : [`not observed here: ${unobserved.join(", ")}`]),
    ...(attack.oracles.includes(MANUAL) ? ["needs a person's judgement"] : []),
  ];
  const evidence = parts.join("; ") || "nothing happened";
  return { id: attack.id, surface, contained: seen.length === 0, seen, gaps, unobserved, evidence };
}

/** The result of a run about which nothing can be said. Never taken for contained. */
export function failedRun(id: string, surface: Surface, reason: string): AttackResult {
  return {
    id,
    surface,
    contained: false,
    seen: [],
    gaps: [],
    unobserved: [],
    evidence: `the harness failed: ${reason}`,
  };
}

/** The surface on which an attack can be seen to succeed without protection. */
export function controlSurface(attack: Attack): Surface {
  return attack.oracles.some((name) => ONLY_ON[name] === "verify") ? "verify" : "frame";
}
