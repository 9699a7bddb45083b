/**
 * Names that a token keeps. Everything else becomes one class: an author chooses those freely, so a copy changes them for
 * nothing, while the language, the browser, React and HTML name these. A wrong entry costs little: a missing name makes two
 * works look a little more alike, a superfluous one lets a renaming hide a few tokens.
 */
const WORDS = `
  async await break case catch class continue default delete do else export extends finally for from function if import in
  instanceof new of return static super switch this throw try typeof void while yield null undefined true false
  add addEventListener apply assign at ceil charAt charCodeAt checked children classList clear clearInterval
  clearTimeout click clientHeight clientWidth clientX clientY clipboard close concat createElement currentTarget dataset
  document entries every fill filter find findIndex flat flatMap floor focus forEach fromEntries get getBoundingClientRect
  getContext getElementById getItem has height includes indexOf innerHTML innerText isArray isNaN join key keys
  last lastIndexOf length localStorage log map match matchAll max min navigator next now padEnd padStart parse
  parseFloat parseInt performance pop preventDefault push querySelector querySelectorAll random reduce remove
  removeEventListener repeat replace replaceAll requestAnimationFrame cancelAnimationFrame reverse round set setAttribute
  setInterval setItem setTimeout shift size slice some sort splice split sqrt startsWith endsWith stopPropagation stringify
  style substring target test textContent toFixed toISOString toLocaleString toLowerCase toString toUpperCase toggle
  toSorted trim type unshift value values width window abs pow sin cos tan atan2 hypot PI log2 sign
  Array Boolean Date Error Infinity Intl JSON Map Math NaN Number Object Promise Set String Symbol
  React useCallback useContext useEffect useId useLayoutEffect useMemo useReducer useRef useState useTransition
  current arc beginPath clearRect closePath fillRect fillStyle fillText lineTo lineWidth moveTo restore rotate save scale
  stroke strokeStyle translate
`;

const KNOWN = new Set(WORDS.split(/\s+/).filter((word) => word !== ""));

/** `const`, `let` and `var` are one token: exchanging them is free. */
const DECLARATIONS = new Set(["const", "let", "var"]);

/**
 * The token of a name in a script.
 *
 * @param name  an identifier or keyword.
 * @returns the name itself when the platform gives it, `let` for every kind of declaration, `i` for a name of the author's.
 */
export function nameToken(name: string): string {
  if (DECLARATIONS.has(name)) return "let";
  return KNOWN.has(name) ? name : "i";
}

/**
 * The token of an attribute of an element.
 *
 * @param name  an attribute's name in HTML or JSX, any case.
 * @returns the name in lower case, `class` for both languages' class attribute, `data` for every attribute of the author's.
 */
export function attributeToken(name: string): string {
  const lower = name.toLowerCase();
  if (lower === "classname") return "class";
  if (lower === "htmlfor") return "for";
  return lower.startsWith("data-") ? "data" : lower;
}
