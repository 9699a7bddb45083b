import type { Chance } from "../keyed-chance.ts";

const QUALITIES =
  "active base bright chosen clear current detail early final first fixed fresh full inner known last late local main minor near next old open outer own past plain prior quick raw ready recent rough saved second shared short shown simple small solid spare stable start steady top total usual valid whole wide".split(
    " ",
  );
const THINGS =
  "amount area band batch block board book box brief bundle cell chunk clue corner count cue deck draft edge entry field figure frame grade group guide hint holder item key label layer limit line link list mark measure memo mode note notch number option order page pair panel part patch piece place plan point pool portion record region result row sample scale section set shape share sheet side sign slice slot source span spot stack stage state step strip sum tag target term token trace tray turn unit value view ward zone".split(
    " ",
  );
const ACTS =
  "adjust apply assign build change check choose collect commit compute convert define derive draft draw enter fill find fit follow form gather grow handle hold keep lay lead load look make mark match measure merge move open pass pick place plot put read render resolve run save scan select send settle show sort split start store take tell test track trim turn update use view work write".split(
    " ",
  );
const SHORT = "a b c d e f g h k m n p q r s t u v w z".split(" ");

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What sort of name it is decides how it is written; a reader would stumble over `CARD_LIMIT` for a function. */
export type NameStyle = "function" | "component" | "hook" | "constant" | "variable" | "short" | "css";

/** Hands out names that people might have chosen, each once, and none that is taken. */
export function nameGiver(chance: Chance, taken: ReadonlySet<string>): (style: NameStyle) => string {
  const given = new Set<string>();
  const isFree = (name: string) => !taken.has(name) && !given.has(name);
  return (style) => {
    for (let attempt = 0; ; attempt += 1) {
      // Short names run out first; after that everything is spelled out.
      const name =
        draw(style === "short" && attempt > 20 ? "variable" : style, chance) + (attempt > 200 ? attempt : "");
      if (!isFree(name)) continue;
      given.add(name);
      return name;
    }
  };
}

function draw(style: NameStyle, chance: Chance): string {
  const quality = chance.pick(QUALITIES);
  const thing = chance.pick(THINGS);
  const act = chance.pick(ACTS);
  switch (style) {
    case "function":
      return `${act}${chance.below(2) === 0 ? capital(quality) : ""}${capital(thing)}`;
    case "component":
      return `${capital(quality)}${capital(thing)}`;
    case "hook":
      return `use${capital(quality)}${capital(thing)}`;
    case "constant":
      return `${quality}_${thing}`.toUpperCase();
    case "variable":
      return `${quality}${capital(thing)}`;
    case "short":
      return chance.pick(SHORT);
    case "css":
      return `${quality}-${thing}`;
  }
}

export function capitalised(name: string): string {
  return capital(name);
}
