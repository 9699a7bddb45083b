import { useMemo, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";

type Counts = ReadonlyMap<string, number>;
type Order = { lines: string[]; toPay: string };

const PRICES: readonly (readonly [string, number, string])[] = [
  ["Breakfast Blend", 8, "Black and brisk"],
  ["Jasmine Pearls", 12, "Green and floral"],
  ["Mint Garden", 6, "Herbal and cool"],
  ["Smoked Pine", 10, "Black and smoky"],
  ["Rooibos Orange", 7, "Red and sweet"],
];
const MAX_EACH = 5;
const FREE_FROM = 40;
const SHIPPING_COST = 5;
const GOOD_CODE = "teatime";

function format(amount: number): string {
  return new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" }).format(amount);
}

/** A painted tile: petals turned around the middle, more of them for every next tea. */
function Tile({ petals }: { petals: number }) {
  const angles = Array.from({ length: petals }, (_, index) => (index * 360) / petals);
  return (
    <svg viewBox="-60 -60 120 120" aria-hidden="true" className="w-full bg-white">
      <rect x="-57" y="-57" width="114" height="114" fill="none" stroke="#1746a2" strokeWidth="2" />
      {[0, 90, 180, 270].map((angle) => (
        <path key={angle} d="M-57 -57h26a26 26 0 0 1-26 26z" fill="#1746a2" transform={`rotate(${angle})`} />
      ))}
      <circle r="44" fill="none" stroke="#1746a2" strokeWidth="1.5" strokeDasharray="2 4" />
      {angles.map((angle) => (
        <path
          key={angle}
          d="M0 -6c-11-10-10-24 0-34 10 10 11 24 0 34z"
          fill="#a9c4f0"
          stroke="#1746a2"
          strokeWidth="2"
          transform={`rotate(${angle})`}
        />
      ))}
      <circle r="8" fill="#1746a2" />
    </svg>
  );
}

const RING = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#d1661b]";
const BLUE = `rounded-lg bg-[#1746a2] px-5 py-2.5 font-semibold text-white transition-colors hover:bg-[#0e2f73] disabled:bg-[#d8e0ee] disabled:text-[#5b6880] ${RING}`;
const EDGE = `rounded-lg border-2 border-[#1746a2] px-4 py-2 font-semibold text-[#1746a2] transition-colors hover:bg-[#e3ecfb] disabled:border-[#c3cddd] disabled:text-[#5b6880] disabled:hover:bg-transparent ${RING}`;
const STEP = `size-9 rounded-lg bg-[#e3ecfb] text-lg font-bold text-[#1746a2] transition-colors hover:bg-[#c6d8f6] disabled:text-[#7d8aa3] disabled:hover:bg-[#e3ecfb] ${RING}`;

function Sum({ strong = false, children }: { strong?: boolean; children: ReactNode }) {
  return <p className={strong ? "border-t-2 border-[#1746a2] pt-2 text-3xl font-bold" : "text-lg"}>{children}</p>;
}

export default function BluePorcelain() {
  const [counts, setCounts] = useState<Counts>(new Map());
  const [entry, setEntry] = useState("");
  const [code, setCode] = useState<string | null>(null);
  const [warning, setWarning] = useState<string | null>(null);
  const [order, setOrder] = useState<Order | null>(null);

  const sums = useMemo(() => {
    const lines = PRICES.filter(([name]) => counts.has(name));
    const items = lines.reduce((sum, [name]) => sum + (counts.get(name) ?? 0), 0);
    const subtotal = lines.reduce((sum, [name, price]) => sum + price * (counts.get(name) ?? 0), 0);
    const shipping = items > 0 && subtotal < FREE_FROM ? SHIPPING_COST : 0;
    return { lines, items, subtotal, shipping };
  }, [counts]);
  const off = code === null ? 0 : sums.subtotal / 10;
  const toPay = format(sums.subtotal - off + sums.shipping);
  const isEmpty = sums.items === 0;

  function change(name: string, by: number) {
    setCounts((current) => {
      const next = new Map(current);
      const count = (current.get(name) ?? 0) + by;
      return next.set(name, Math.min(MAX_EACH, Math.max(1, count)));
    });
  }

  function remove(name: string) {
    setCounts((current) => new Map([...current].filter(([other]) => other !== name)));
  }

  function applyCode() {
    if (entry.trim().toLowerCase() !== GOOD_CODE) {
      setCode(null);
      setWarning("This code is not valid");
      return;
    }
    setCode(entry.trim().toUpperCase());
    setWarning(null);
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === "Enter") applyCode();
  }

  function emptyCart() {
    setCounts(new Map());
    setCode(null);
    setEntry("");
    setWarning(null);
  }

  function placeOrder() {
    if (isEmpty) return;
    setOrder({ lines: sums.lines.map(([name]) => `${counts.get(name)} × ${name}`), toPay });
    emptyCart();
  }

  return (
    <div className="min-h-dvh bg-[#eef3fb] text-[#10254f]">
      <header className="bg-[#1746a2] px-5 py-5 text-white sm:px-10">
        <div className="mx-auto flex max-w-6xl flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">Porcelain Tea House</h1>
          <p role="status" className="text-lg font-semibold">{`Items: ${sums.items}`}</p>
        </div>
      </header>
      <main className="mx-auto max-w-[77rem] px-5 py-6 sm:px-10 sm:py-8">
        {order ? (
          <section aria-labelledby="thanks" className="mx-auto max-w-xl rounded-2xl bg-white p-8 shadow-lg sm:p-12">
            <h2 id="thanks" className="text-4xl font-bold tracking-tight">
              Thank you for your order
            </h2>
            <ul className="mt-6 list-inside list-disc space-y-2 text-lg marker:text-[#1746a2]">
              {order.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p className="mt-6 text-2xl font-bold">{`To pay: ${order.toPay}`}</p>
            <button type="button" onClick={() => setOrder(null)} className={`mt-8 ${BLUE}`}>
              New order
            </button>
          </section>
        ) : (
          <>
            <ul aria-label="Teas" className="grid grid-cols-2 gap-4 sm:grid-cols-3 md:grid-cols-5">
              {PRICES.map(([name, price, taste], index) => (
                <li
                  key={name}
                  className="flex flex-col overflow-hidden rounded-2xl bg-white shadow-sm transition-shadow hover:shadow-lg max-sm:last:col-span-2 max-sm:last:flex-row max-sm:last:*:w-1/2"
                >
                  <Tile petals={index + 4} />
                  <div className="flex grow flex-col p-3 sm:p-4">
                    <h2 className="text-lg leading-tight font-bold">{name}</h2>
                    <p className="mb-3 grow text-sm">{taste}</p>
                    <div className="flex items-center justify-between gap-2 md:max-lg:flex-col md:max-lg:items-stretch">
                      <b className="text-xl">${price}</b>
                      <button
                        type="button"
                        aria-label={`Add ${name}`}
                        disabled={counts.get(name) === MAX_EACH}
                        onClick={() => change(name, 1)}
                        className={BLUE}
                      >
                        Add
                      </button>
                    </div>
                  </div>
                </li>
              ))}
            </ul>
            <section
              aria-label="Cart"
              className="mt-6 grid gap-8 rounded-2xl bg-white p-5 shadow-sm sm:p-8 md:grid-cols-[1fr_20rem]"
            >
              <div>
                <div className="mb-3 flex items-center justify-between gap-4">
                  <h2 className="text-2xl font-bold">Cart</h2>
                  <button type="button" disabled={isEmpty} onClick={emptyCart} className={EDGE}>
                    Empty cart
                  </button>
                </div>
                {isEmpty ? (
                  <p className="rounded-xl border-2 border-dashed border-[#a9c4f0] py-12 text-center text-lg">
                    Your cart is empty
                  </p>
                ) : (
                  <ul className="divide-y divide-[#d5e0f2]">
                    {sums.lines.map(([name, price]) => (
                      <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
                        <span className="min-w-32 grow font-semibold">{name}</span>
                        <span className="flex items-center gap-2">
                          <button
                            type="button"
                            aria-label={`Less ${name}`}
                            disabled={counts.get(name) === 1}
                            onClick={() => change(name, -1)}
                            className={STEP}
                          >
                            −
                          </button>
                          <span className="w-6 text-center font-bold">{counts.get(name)}</span>
                          <button
                            type="button"
                            aria-label={`More ${name}`}
                            disabled={counts.get(name) === MAX_EACH}
                            onClick={() => change(name, 1)}
                            className={STEP}
                          >
                            +
                          </button>
                        </span>
                        <span className="w-16 text-right tabular-nums">{format(price * (counts.get(name) ?? 0))}</span>
                        <button
                          type="button"
                          aria-label={`Remove ${name}`}
                          onClick={() => remove(name)}
                          className={EDGE}
                        >
                          Remove
                        </button>
                      </li>
                    ))}
                  </ul>
                )}
              </div>
              <div>
                <label htmlFor="code" className="font-semibold">
                  Discount code
                </label>
                <div className="mt-1 flex gap-2">
                  <input
                    id="code"
                    autoComplete="off"
                    value={entry}
                    onChange={(event) => setEntry(event.target.value)}
                    onKeyDown={handleKey}
                    aria-invalid={warning !== null}
                    aria-describedby="warning"
                    className={`w-full min-w-0 rounded-lg border-2 border-[#7d8aa3] px-3 uppercase aria-invalid:border-[#b3261e] ${RING}`}
                  />
                  <button type="button" onClick={applyCode} className={EDGE}>
                    Apply
                  </button>
                </div>
                <p id="warning" role="alert" className="mt-1 font-semibold text-[#b3261e] empty:hidden">
                  {warning}
                </p>
                {code !== null && (
                  <button
                    type="button"
                    onClick={() => setCode(null)}
                    className={`mt-2 font-semibold underline ${RING}`}
                  >
                    Remove code
                  </button>
                )}
                <div aria-live="polite" className="mt-4 space-y-1">
                  <Sum>{`Subtotal: ${format(sums.subtotal)}`}</Sum>
                  {off > 0 && <Sum>{`Discount: −${format(off)}`}</Sum>}
                  {!isEmpty && <Sum>{`Shipping: ${sums.shipping === 0 ? "free" : format(sums.shipping)}`}</Sum>}
                  {sums.shipping > 0 && (
                    <p className="text-sm">{`Spend ${format(FREE_FROM - sums.subtotal)} more for free shipping`}</p>
                  )}
                  <Sum strong>{`To pay: ${toPay}`}</Sum>
                </div>
                <button type="button" disabled={isEmpty} onClick={placeOrder} className={`mt-4 w-full ${BLUE}`}>
                  Place order
                </button>
              </div>
            </section>
          </>
        )}
      </main>
    </div>
  );
}
