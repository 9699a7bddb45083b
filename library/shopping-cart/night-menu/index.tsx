import { useEffect, useReducer, useRef, useState, type FormEvent } from "react";
import { Leaf, Minus, Plus, X } from "lucide-react";

const MENU = [
  { id: "breakfast", title: "Breakfast Blend", cents: 800, text: "Assam and Ceylon, strong enough for milk" },
  { id: "jasmine", title: "Jasmine Pearls", cents: 1200, text: "Rolled green leaves that open slowly" },
  { id: "mint", title: "Mint Garden", cents: 600, text: "Spearmint, peppermint and a little apple mint" },
  { id: "pine", title: "Smoked Pine", cents: 1000, text: "Black tea dried above a pine fire" },
  { id: "rooibos", title: "Rooibos Orange", cents: 700, text: "Sweet red bush with dried orange peel" },
] as const;
type Id = (typeof MENU)[number]["id"];

type Line = { id: Id; pieces: number };
type Cart = { lines: Line[]; percentOff: number; isPlaced: boolean };
type Action =
  | { type: "add"; id: Id }
  | { type: "step"; id: Id; by: 1 | -1 }
  | { type: "remove"; id: Id }
  | { type: "discount"; percent: number }
  | { type: "place" }
  | { type: "empty" };

const LIMIT = { least: 1, most: 5 };
const CODES = new Map([["TEATIME", 10]]);
const POSTAGE_CENTS = 500;
const POSTAGE_FREE_CENTS = 4000;
const EMPTY: Cart = { lines: [], percentOff: 0, isPlaced: false };

function limited(pieces: number): number {
  return Math.max(LIMIT.least, Math.min(LIMIT.most, pieces));
}

function reduce(cart: Cart, action: Action): Cart {
  switch (action.type) {
    case "add": {
      if (cart.lines.some((line) => line.id === action.id)) return reduce(cart, { ...action, type: "step", by: 1 });
      return { ...cart, lines: [...cart.lines, { id: action.id, pieces: 1 }] };
    }
    case "step": {
      const lines = cart.lines.map((line) =>
        line.id === action.id ? { ...line, pieces: limited(line.pieces + action.by) } : line,
      );
      return { ...cart, lines };
    }
    case "remove":
      return { ...cart, lines: cart.lines.filter((line) => line.id !== action.id) };
    case "discount":
      return { ...cart, percentOff: action.percent };
    case "place":
      return cart.lines.length === 0 ? cart : { ...cart, isPlaced: true };
    case "empty":
      return EMPTY;
  }
}

function priced({ lines, percentOff }: Cart) {
  const rows = lines.flatMap((line) => {
    const tea = MENU.find((item) => item.id === line.id);
    return tea ? [{ ...line, title: tea.title, cents: tea.cents * line.pieces }] : [];
  });
  const subtotal = rows.reduce((sum, row) => sum + row.cents, 0);
  const discount = Math.round((subtotal * percentOff) / 100);
  const postage = subtotal === 0 || subtotal >= POSTAGE_FREE_CENTS ? 0 : POSTAGE_CENTS;
  const items = rows.reduce((sum, row) => sum + row.pieces, 0);
  return { rows, items, subtotal, discount, postage, total: subtotal - discount + postage };
}

const money = (cents: number) => `$${(cents / 100).toFixed(2)}`;

const RING = "focus-visible:outline-2 focus-visible:outline-offset-3 focus-visible:outline-[#f4dfae]";
const GOLD = `bg-[#d9b566] px-6 py-2.5 font-semibold text-[#24101f] transition-colors hover:bg-[#f0d28c] disabled:bg-[#4c3446] disabled:text-[#a993a3] ${RING}`;
const EDGE = `border border-[#d9b566] text-[#f0d9a2] transition-colors hover:bg-[#d9b566] hover:text-[#24101f] disabled:border-[#5d4457] disabled:text-[#a993a3] disabled:hover:bg-transparent ${RING}`;
const LINED = `${EDGE} px-4 py-2`;
const SQUARE = `${EDGE} grid size-9 place-items-center`;

function MenuRow({ item, isFull, onAdd }: { item: (typeof MENU)[number]; isFull: boolean; onAdd: () => void }) {
  return (
    <li className="py-5">
      <div className="flex items-baseline gap-3">
        <h2 className="text-2xl text-[#f7ead0] sm:text-3xl">{item.title}</h2>
        <span aria-hidden="true" className="grow border-b-2 border-dotted border-[#8b6f5c]" />
        <span className="text-2xl text-[#e5c67f]">${item.cents / 100}</span>
      </div>
      <div className="mt-2 flex items-center justify-between gap-6">
        <p className="text-[#d8c3cf] italic">{item.text}</p>
        <button type="button" aria-label={`Add ${item.title}`} disabled={isFull} onClick={onAdd} className={LINED}>
          Add
        </button>
      </div>
    </li>
  );
}

export default function NightMenu() {
  const [cart, dispatch] = useReducer(reduce, EMPTY);
  const [code, setCode] = useState("");
  const [refused, setRefused] = useState(false);
  const thanks = useRef<HTMLHeadingElement>(null);
  const { rows, items, subtotal, discount, postage, total } = priced(cart);

  useEffect(() => {
    if (cart.isPlaced) thanks.current?.focus();
  }, [cart.isPlaced]);

  function handleCode(event: FormEvent) {
    event.preventDefault();
    const percent = CODES.get(code.trim().toUpperCase()) ?? 0;
    setRefused(percent === 0);
    dispatch({ type: "discount", percent });
  }

  function handleEmpty() {
    setCode("");
    setRefused(false);
    dispatch({ type: "empty" });
  }

  if (cart.isPlaced) {
    return (
      <main className="grid min-h-dvh place-items-center bg-[#24101f] p-4 font-serif text-[#f7ead0]">
        <section
          aria-label="Order"
          className="w-full max-w-xl border border-[#d9b566] p-8 text-center outline-8 outline-[#33192d] sm:p-14"
        >
          <Leaf aria-hidden="true" className="mx-auto size-10 text-[#d9b566]" strokeWidth={1.2} />
          <h1 ref={thanks} tabIndex={-1} className="mt-4 text-4xl outline-none sm:text-5xl">
            Thank you for your order
          </h1>
          <ul className="mt-8 space-y-2 text-xl">
            {rows.map((row) => (
              <li key={row.id}>{`${row.pieces} × ${row.title}`}</li>
            ))}
          </ul>
          <p className="mt-8 text-2xl text-[#e5c67f]">{`To pay: ${money(total)}`}</p>
          <button type="button" onClick={handleEmpty} className={`mt-8 ${GOLD}`}>
            New order
          </button>
        </section>
      </main>
    );
  }

  return (
    <main className="min-h-dvh bg-[#24101f] font-serif text-[#f7ead0]">
      <div className="mx-auto grid max-w-6xl gap-10 px-5 py-8 sm:px-10 lg:grid-cols-[1fr_24rem] lg:gap-16 lg:py-12">
        <section aria-labelledby="menu">
          <h1 id="menu" className="text-5xl text-[#e5c67f] sm:text-6xl">
            Teas by night
          </h1>
          <p className="mt-2 text-lg text-[#d8c3cf]">A hundred grams each, posted before morning.</p>
          <ul className="mt-4 divide-y divide-[#4c3446]">
            {MENU.map((item) => (
              <MenuRow
                key={item.id}
                item={item}
                isFull={cart.lines.some((line) => line.id === item.id && line.pieces === LIMIT.most)}
                onAdd={() => dispatch({ type: "add", id: item.id })}
              />
            ))}
          </ul>
        </section>

        <section aria-label="Cart" className="h-fit border border-[#d9b566] bg-[#33192d] p-6 sm:p-7">
          <div className="flex items-baseline justify-between gap-4">
            <h2 className="text-3xl text-[#e5c67f]">Cart</h2>
            <p role="status">Items: {items}</p>
          </div>
          {rows.length === 0 ? (
            <p className="py-10 text-center text-lg text-[#d8c3cf] italic">Your cart is empty</p>
          ) : (
            <ul className="mt-4 divide-y divide-[#5d4457] border-y border-[#5d4457]">
              {rows.map((row) => (
                <li key={row.id} className="py-3">
                  <p className="flex justify-between gap-3 text-lg">
                    <span>{row.title}</span> <span className="text-[#e5c67f]">{money(row.cents)}</span>
                  </p>
                  <div className="mt-2 flex items-center gap-2">
                    <button
                      type="button"
                      aria-label={`Less ${row.title}`}
                      disabled={row.pieces === LIMIT.least}
                      onClick={() => dispatch({ type: "step", id: row.id, by: -1 })}
                      className={SQUARE}
                    >
                      <Minus aria-hidden="true" className="size-4" />
                    </button>
                    <span className="w-8 text-center">{row.pieces}</span>
                    <button
                      type="button"
                      aria-label={`More ${row.title}`}
                      disabled={row.pieces === LIMIT.most}
                      onClick={() => dispatch({ type: "step", id: row.id, by: 1 })}
                      className={SQUARE}
                    >
                      <Plus aria-hidden="true" className="size-4" />
                    </button>
                    <button
                      type="button"
                      aria-label={`Remove ${row.title}`}
                      onClick={() => dispatch({ type: "remove", id: row.id })}
                      className={`ml-auto ${SQUARE}`}
                    >
                      <X aria-hidden="true" className="size-4" />
                    </button>
                  </div>
                </li>
              ))}
            </ul>
          )}
          <form noValidate onSubmit={handleCode} className="mt-5">
            <label htmlFor="discount-code">Discount code</label>
            <div className="mt-1 flex gap-2">
              <input
                id="discount-code"
                autoComplete="off"
                value={code}
                onChange={(event) => {
                  setCode(event.target.value);
                  setRefused(false);
                }}
                aria-invalid={refused}
                aria-describedby="code-refused"
                className={`w-full min-w-0 border border-[#a98f9f] bg-[#24101f] px-3 py-2 aria-invalid:border-[#ff9d8f] ${RING}`}
              />
              <button type="submit" className={LINED}>
                Apply
              </button>
            </div>
            <p id="code-refused" role="alert" className="mt-2 text-[#ffb3a7] empty:hidden">
              {refused && "This code is not valid"}
            </p>
          </form>
          <div aria-live="polite" className="mt-5 space-y-1">
            <p>Subtotal: {money(subtotal)}</p>
            {discount > 0 && <p>Discount: −{money(discount)}</p>}
            {items > 0 && <p>Shipping: {postage === 0 ? "free" : money(postage)}</p>}
            {postage > 0 && (
              <p className="text-[#d8c3cf] italic">
                Spend {money(POSTAGE_FREE_CENTS - subtotal)} more for free shipping
              </p>
            )}
            <p className="pt-3 text-3xl text-[#e5c67f]">To pay: {money(total)}</p>
          </div>
          <div className="mt-5 flex flex-wrap gap-3">
            <button type="button" disabled={items === 0} onClick={() => dispatch({ type: "place" })} className={GOLD}>
              Place order
            </button>
            <button type="button" disabled={items === 0} onClick={handleEmpty} className={LINED}>
              Empty cart
            </button>
            {cart.percentOff > 0 && (
              <button type="button" onClick={() => dispatch({ type: "discount", percent: 0 })} className={LINED}>
                Remove code
              </button>
            )}
          </div>
        </section>
      </div>
    </main>
  );
}
