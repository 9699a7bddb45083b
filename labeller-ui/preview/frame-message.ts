/** What a frame may say, checked by hand: this runs for every message of four hostile documents, so it allocates nothing but the result. */
export type FrameMessage =
  | { k: "ready"; nonce: string }
  | { k: "pong"; n: number }
  | { k: "log"; level: "error" | "warn"; text: string }
  | { k: "ev"; pointer: number; key: number; scroll: number; errors: number }
  | { k: "leave" };

const KEYS_MAX = 12;
const TEXT_MAX = 256;
const NUMBER_MAX = 1e9;

const own = (data: object, key: string): unknown => Object.getOwnPropertyDescriptor(data, key)?.value;
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= NUMBER_MAX;

/** The message, or null for anything that is not exactly one of ours. Getters and prototypes are never consulted. */
export function parseFrameMessage(data: unknown): FrameMessage | null {
  if (typeof data !== "object" || data === null || Object.getOwnPropertyNames(data).length > KEYS_MAX) return null;
  switch (own(data, "k")) {
    case "ready": {
      const nonce = own(data, "nonce");
      return typeof nonce === "string" && nonce.length <= 64 ? { k: "ready", nonce } : null;
    }
    case "pong": {
      const n = own(data, "n");
      return isCount(n) ? { k: "pong", n } : null;
    }
    case "log": {
      const [level, text] = [own(data, "level"), own(data, "text")];
      if ((level !== "error" && level !== "warn") || typeof text !== "string" || text.length > TEXT_MAX) return null;
      return { k: "log", level, text };
    }
    case "ev": {
      const [pointer, key, scroll, errors] = ["pointer", "key", "scroll", "errors"].map((name) => own(data, name));
      return isCount(pointer) && isCount(key) && isCount(scroll) && isCount(errors)
        ? { k: "ev", pointer, key, scroll, errors }
        : null;
    }
    case "leave":
      return { k: "leave" };
    default:
      return null;
  }
}
