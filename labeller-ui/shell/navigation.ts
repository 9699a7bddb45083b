import type { Me } from "#server/identity/schema.ts";

export type Role = Me["roles"][number];
export type PlaceName =
  | "home"
  | "label"
  | "history"
  | "team"
  | "scores"
  | "tasks"
  | "rounds"
  | "weights"
  | "datasets"
  | "evaluations"
  | "jobs"
  | "health";
export type Place = { readonly name: PlaceName; readonly href: string };
export type PlaceGroup = { readonly role: Role; readonly places: readonly Place[] };

const place = (name: PlaceName): Place => ({ name, href: `/${name}` });

/** What each role works with, in the order in which a round is run. */
const placesOf: Record<Role, readonly Place[]> = {
  labeller: [place("home"), place("label"), place("history")],
  manager: [place("team"), place("scores")],
  validator: [
    place("tasks"),
    place("rounds"),
    place("weights"),
    place("datasets"),
    place("evaluations"),
    place("jobs"),
  ],
  operator: [place("health"), place("evaluations"), place("jobs")],
};
const ORDER: readonly Role[] = ["labeller", "manager", "validator", "operator"];

/** Navigation of a person, grouped by role. A place that two roles share appears with the first of them. */
export function navigationOf(roles: readonly Role[]): PlaceGroup[] {
  const seen = new Set<PlaceName>();
  const groups: PlaceGroup[] = [];
  for (const role of ORDER) {
    if (!roles.includes(role)) continue;
    const places = placesOf[role].filter(({ name }) => !seen.has(name));
    for (const { name } of places) seen.add(name);
    if (places.length > 0) groups.push({ role, places });
  }
  return groups;
}

/** Where a person's work is: the first place of their first role; the account for those who have none yet. */
export function homeOf(roles: readonly Role[]): string {
  const first = ORDER.find((role) => roles.includes(role));
  return first ? (placesOf[first][0]?.href ?? "/account") : "/account";
}

/** Whether a path lies at or below a place. */
export function isAt(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
