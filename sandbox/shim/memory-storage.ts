import { SHIM_LIMITS } from "#sandbox/policy/limits.ts";

/**
 * `localStorage` and `sessionStorage` that live as long as the document. In an opaque origin the real
 * ones throw on access, and interfaces that store a setting would die when they mount.
 */
export function memoryStorage(): object {
  const values = new Map<string, string>();
  let chars = 0;

  function write(name: string, value: string): void {
    const grown = chars + value.length - (values.get(name)?.length ?? -name.length);
    if (grown > SHIM_LIMITS.storageCharsMax) {
      throw new DOMException(`Setting the value of '${name}' exceeded the quota.`, "QuotaExceededError");
    }
    chars = grown;
    values.set(name, value);
  }

  function remove(name: string): void {
    const value = values.get(name);
    if (value === undefined) return;
    chars -= name.length + value.length;
    values.delete(name);
  }

  // The prototype makes `instanceof Storage` true; the methods stand on the object, because those
  // of the prototype refuse every receiver but a real store.
  const methods = Object.create(Storage.prototype, {
    length: { get: () => values.size },
    key: { value: (index: number) => [...values.keys()][Number(index)] ?? null },
    getItem: { value: (name: unknown) => values.get(String(name)) ?? null },
    setItem: { value: (name: unknown, value: unknown) => write(String(name), String(value)) },
    removeItem: { value: (name: unknown) => remove(String(name)) },
    clear: {
      value: () => {
        values.clear();
        chars = 0;
      },
    },
  });

  return new Proxy(Object.create(Storage.prototype), {
    get: (_, name) => (typeof name === "symbol" || name in methods ? Reflect.get(methods, name) : values.get(name)),
    has: (_, name) => name in methods || (typeof name === "string" && values.has(name)),
    set(_, name, value) {
      if (typeof name === "string") write(name, String(value));
      return true;
    },
    deleteProperty(_, name) {
      if (typeof name === "string") remove(name);
      return true;
    },
    ownKeys: () => [...values.keys()],
    getOwnPropertyDescriptor(_, name) {
      const value = typeof name === "string" ? values.get(name) : undefined;
      return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
    },
  });
}

/** `document.cookie` with names and values and without everything that makes cookies travel. */
export function memoryCookies(): { read(): string; write(text: string): void } {
  const cookies = new Map<string, string>();
  return {
    read: () => [...cookies].map(([name, value]) => (name === "" ? value : `${name}=${value}`)).join("; "),
    write(text) {
      const [pair = "", ...attributes] = text.split(";").map((part) => part.trim());
      const cut = pair.indexOf("=");
      const name = cut < 0 ? "" : pair.slice(0, cut).trim();
      const expired = attributes.some((attribute) => {
        const [key = "", value = ""] = attribute.split("=");
        if (/^max-age$/i.test(key)) return Number(value) <= 0;
        return /^expires$/i.test(key) && Date.parse(value) <= Date.now();
      });
      if (expired) cookies.delete(name);
      else cookies.set(name, pair.slice(cut + 1).trim());
    },
  };
}
