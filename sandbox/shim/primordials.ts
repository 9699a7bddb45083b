/* oxlint-disable typescript/unbound-method -- taking methods off their objects is what this file is for */
/**
 * What the shim calls after the document's own code has run, captured before it could. The document
 * shares the realm: it may replace every prototype method and put getters on `Object.prototype`. So
 * the code that guards the port, the nonce and the error reports calls only these functions and
 * operators; it uses no method of a value, no `for…of`, no spread and no array destructuring, all
 * of which look something up that the document can change.
 */

const { bind, call } = Function.prototype;
const { getOwnPropertyDescriptor } = Object;

/** `method` as a function of its receiver. The result is a bound function: calling it looks nothing up. */
function uncurryThis<Self, Args extends unknown[], Result>(
  method: (this: Self, ...args: Args) => Result,
): (self: Self, ...args: Args) => Result {
  return bind.call(call, method);
}

/** Reads one accessor of an interface, whatever has happened to its prototype since. */
function getterOf(prototype: object, name: string): (self: object) => unknown {
  const get = getOwnPropertyDescriptor(prototype, name)?.get;
  return get ? uncurryThis<object, [], unknown>(get) : () => undefined;
}

export const toText: (value: unknown) => string = String;
export const jsonText: (value: string) => string = JSON.stringify;
export const isInteger: (value: unknown) => boolean = Number.isInteger;
export const applyTo: (method: (...args: never[]) => unknown, self: unknown, args: ArrayLike<unknown>) => unknown =
  Reflect.apply;
export const getValue: (target: object, name: string) => unknown = Reflect.get;
export const now: () => number = performance.now.bind(performance);

export const sliceText = uncurryThis(String.prototype.slice);
export const hasOwn = uncurryThis(Object.prototype.hasOwnProperty);

export const listen: (
  self: EventTarget,
  type: string,
  listener: (event: Event) => void,
  options: AddEventListenerOptions | boolean,
) => void = uncurryThis(EventTarget.prototype.addEventListener);
export const stopEvent: (self: Event) => void = uncurryThis(Event.prototype.stopImmediatePropagation);
export const postToPort: (self: MessagePort, message: object) => void = uncurryThis<MessagePort, [object], void>(
  MessagePort.prototype.postMessage,
);
export const startPort = uncurryThis(MessagePort.prototype.start);
export const replaceState = uncurryThis(History.prototype.replaceState);

export const dataOf = getterOf(MessageEvent.prototype, "data");
export const sourceOf = getterOf(MessageEvent.prototype, "source");
export const portsOf = getterOf(MessageEvent.prototype, "ports");
export const keyOf = getterOf(KeyboardEvent.prototype, "key");
export const errorMessageOf = getterOf(ErrorEvent.prototype, "message");
export const rejectionReasonOf = getterOf(PromiseRejectionEvent.prototype, "reason");

/** An own property of a plain object; undefined for everything else. Inherited ones would be the document's. */
export function ownValue(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return hasOwn(value, name) ? getValue(value, name) : undefined;
}
