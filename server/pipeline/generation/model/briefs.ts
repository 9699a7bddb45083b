import { keyedChance } from "../keyed-chance.ts";

/** What a problem is written from. The product of the lists is what keeps problems apart: 16 × 12 × 10. */
const PERSONAS = [
  "A beekeeper who looks after nine hives on three roofs.",
  "A night-shift pharmacist who prepares weekly pill boxes for a care home.",
  "A choir leader who plans rehearsals for forty amateurs.",
  "A bicycle courier who wants to know whether a day was worth it.",
  "A retired engineer who repairs radios for the neighbourhood.",
  "A primary-school librarian who lends games as well as books.",
  "A father of twins who shares the cooking with two flatmates.",
  "A ceramics teacher who fires one kiln for twelve students.",
  "A ferry dispatcher on a lake with four piers.",
  "A marathon beginner who trains before work.",
  "A market gardener who sells at two weekly markets.",
  "A theatre technician who programs the light for school plays.",
  "A volunteer at a food bank who sorts what comes in.",
  "A speech therapist who gives children exercises for home.",
  "An allotment secretary who keeps the waiting list.",
  "A mountain-hut keeper who plans beds and suppers.",
] as const;
const KINDS = [
  "tool",
  "form",
  "planner",
  "organiser",
  "game",
  "animation",
  "editor",
  "learning",
  "dashboard",
  "visualisation",
  "calculator",
  "simulator",
] as const;
const SKILLS = [
  "derived numbers and validation",
  "validation and conditional fields",
  "collections, undo and derived counts",
  "moving items between lists under rules",
  "state and timing",
  "filters, sorting and derived numbers",
  "step-by-step state",
  "keyboard operation and focus",
  "drawing from data",
  "conflicts and limits between entries",
] as const;

/** Designs that people can tell apart; completions of one problem get different ones. */
const DIRECTIONS = [
  "a sheet of paper: serif type, ruled lines, one ink colour",
  "a night console: dark, dense, one bright accent",
  "a poster: big type, flat shapes, strong colour",
  "a workshop: warm tones, cards that look like things",
  "a ledger: tables, tabular numbers, almost no decoration",
  "a playroom: round shapes, friendly words, generous space",
  "a field notebook: muted greens, small caps, side notes",
  "an airport board: high contrast, fixed columns, short words",
] as const;

export type Brief = { readonly persona: string; readonly kind: string; readonly skill: string };

/** The brief of one problem of a run: the same for every attempt at the run. */
export function drawBrief(runId: string, index: number): Brief {
  const chance = keyedChance(`brief/${runId}/${index}`);
  return { persona: chance.pick(PERSONAS), kind: chance.pick(KINDS), skill: chance.pick(SKILLS) };
}

/** The design of every attempt at a completion of one problem, all different while there are any left. */
export function drawDirections(runId: string, index: number, count: number): string[] {
  const order = keyedChance(`directions/${runId}/${index}`).shuffled(DIRECTIONS);
  return Array.from({ length: count }, (_, n) => order[n % order.length] ?? DIRECTIONS[0]);
}
