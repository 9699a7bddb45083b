import { useState } from "react";
import type { FormEvent } from "react";
import { ShoppingBag, Trash2 } from "lucide-react";

type Tea = { name: string; price: number; note: string; tin: string; label: string };

const TEAS: Tea[] = [
  { name: "Breakfast Blend", price: 8, note: "Brisk, black, good with milk", tin: "#7a2e1d", label: "#f4d9a8" },
  { name: "Jasmine Pearls", price: 12, note: "Green pearls, scented by night", tin: "#2f6b5a", label: "#f6ecd8" },
  { name: "Mint Garden", price: 6, note: "Three mints, no caffeine", tin: "#5f8f3e", label: "#fdf6df" },
  { name: "Smoked Pine", price: 10, note: "Dark leaves over pine embers", tin: "#3a3836", label: "#e0b36a" },
  { name: "Rooibos Orange", price: 7, note: "Red bush with orange peel", tin: "#c4631f", label: "#fff0d4" },
];
const QUANTITY_MAX = 5;
const SHIPPING = 5;
const FREE_SHIPPING_FROM = 40;
const CODE = "TEATIME";
const DISCOUNT_SHARE = 0.1;

const dollars = (amount: number) => `$${amount.toFixed(2)}`;

const RING = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#1d5f8a]";
const SOLID = `rounded-full bg-[#5b2a1a] px-5 py-2 font-semibold text-white transition-colors hover:bg-[#7a3d28] disabled:bg-[#e3d7c8] disabled:text-[#6f6155] ${RING}`;
const ROUND = `grid size-9 place-items-center rounded-full border border-[#5b2a1a] text-lg transition-colors hover:bg-[#f1e4d2] disabled:border-[#cdbfae] disabled:text-[#85786c] disabled:hover:bg-transparent ${RING}`;
const QUIET = `font-semibold text-[#7a2e1d] underline underline-offset-4 hover:text-black disabled:text-[#85786c] disabled:no-underline ${RING}`;

function Tin({ tin, label }: { tin: string; label: string }) {
  return (
    <svg viewBox="0 0 90 104" aria-hidden="true" className="mx-auto h-24 sm:h-34">
      <rect x="20" y="2" width="50" height="16" rx="4" fill={tin} />
      <rect x="10" y="14" width="70" height="90" rx="5" fill={tin} />
      <rect x="10" y="22" width="70" height="3" fill="rgb(255 255 255 / 0.35)" />
      <rect x="18" y="36" width="54" height="50" rx="2" fill={label} />
      <path d="M45 78c-18-8-16-26 0-34 16 8 18 26 0 34zm0-34v34" fill="none" stroke={tin} strokeWidth="3" />
    </svg>
  );
}

type LineProps = { tea: Tea; quantity: number; onChange: (quantity: number) => void };

function CartLine({ tea, quantity, onChange }: LineProps) {
  return (
    <li className="border-b border-[#dccbb4] py-3">
      <p className="flex justify-between gap-3">
        <span className="font-semibold">{tea.name}</span> <span>{dollars(tea.price * quantity)}</span>
      </p>
      <div className="mt-1 flex items-center gap-3">
        <button
          type="button"
          aria-label={`Less ${tea.name}`}
          disabled={quantity <= 1}
          onClick={() => onChange(quantity - 1)}
          className={ROUND}
        >
          −
        </button>
        <span className="w-5 text-center font-semibold">{quantity}</span>
        <button
          type="button"
          aria-label={`More ${tea.name}`}
          disabled={quantity >= QUANTITY_MAX}
          onClick={() => onChange(quantity + 1)}
          className={ROUND}
        >
          +
        </button>
        <button
          type="button"
          aria-label={`Remove ${tea.name}`}
          onClick={() => onChange(0)}
          className={`ml-auto grid size-9 place-items-center rounded-full hover:bg-[#f1e4d2] ${RING}`}
        >
          <Trash2 aria-hidden="true" className="size-5" />
        </button>
      </div>
    </li>
  );
}

export default function TeaShelf() {
  const [quantities, setQuantities] = useState<Record<string, number>>({});
  const [code, setCode] = useState("");
  const [hasDiscount, setHasDiscount] = useState(false);
  const [codeError, setCodeError] = useState("");
  const [isOrdered, setIsOrdered] = useState(false);

  const chosen = TEAS.filter((tea) => (quantities[tea.name] ?? 0) > 0);
  const items = chosen.reduce((sum, tea) => sum + (quantities[tea.name] ?? 0), 0);
  const subtotal = chosen.reduce((sum, tea) => sum + tea.price * (quantities[tea.name] ?? 0), 0);
  const discount = hasDiscount ? subtotal * DISCOUNT_SHARE : 0;
  const shipping = items === 0 || subtotal >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
  const toPay = subtotal - discount + shipping;

  function setQuantity(name: string, quantity: number) {
    setQuantities((current) => ({ ...current, [name]: Math.min(QUANTITY_MAX, Math.max(0, quantity)) }));
  }

  function handleApply(event: FormEvent) {
    event.preventDefault();
    const isRight = code.trim().toUpperCase() === CODE;
    setHasDiscount(isRight);
    setCodeError(isRight ? "" : "This code is not valid");
    if (isRight) setCode("");
  }

  function handleEmpty() {
    setQuantities({});
    setHasDiscount(false);
    setCode("");
    setCodeError("");
  }

  function handleNewOrder() {
    handleEmpty();
    setIsOrdered(false);
  }

  if (isOrdered) {
    return (
      <main className="grid min-h-dvh place-items-center bg-[#f5ecdf] p-4 font-serif text-[#3a2318]">
        <section aria-labelledby="thanks" className="w-full max-w-lg bg-[#fffaf1] p-8 shadow-xl sm:p-12">
          <ShoppingBag aria-hidden="true" className="size-12 text-[#7a2e1d]" strokeWidth={1.5} />
          <h1 id="thanks" className="mt-4 text-4xl">
            Thank you for your order
          </h1>
          <p className="mt-3">The kettle may go on: your teas are being wrapped.</p>
          <ul className="mt-6 border-t border-[#dccbb4]">
            {chosen.map((tea) => (
              <li
                key={tea.name}
                className="border-b border-[#dccbb4] py-3"
              >{`${quantities[tea.name]} × ${tea.name}`}</li>
            ))}
          </ul>
          <p className="mt-5 text-2xl font-semibold">{`To pay: ${dollars(toPay)}`}</p>
          <button type="button" onClick={handleNewOrder} className={`mt-8 ${SOLID}`}>
            New order
          </button>
        </section>
      </main>
    );
  }

  return (
    <div className="min-h-dvh bg-[#f5ecdf] text-[#3a2318]">
      <main className="mx-auto grid max-w-6xl items-start gap-8 px-4 py-6 sm:px-8 lg:grid-cols-[1fr_22rem] lg:py-10">
        <section aria-labelledby="shop">
          <h1 id="shop" className="font-serif text-4xl sm:text-5xl">
            Harbour Street Tea
          </h1>
          <p className="mt-2 mb-6 text-lg">
            Five teas, packed by hand. Free shipping from {dollars(FREE_SHIPPING_FROM)}.
          </p>
          <ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-6 sm:gap-y-8">
            {TEAS.map((tea) => (
              <li
                key={tea.name}
                className="flex flex-col text-center max-sm:last:col-span-2 sm:col-span-2 sm:nth-[n+4]:col-span-3"
              >
                <Tin tin={tea.tin} label={tea.label} />
                <div className="h-3 rounded-sm bg-[#a8764a] shadow-[0_4px_6px_rgb(90_50_20/0.35)]" />
                <h2 className="mt-3 font-serif text-xl">{tea.name}</h2>
                <p className="grow text-sm">{tea.note}</p>
                <p className="mt-2 flex items-center justify-center gap-4">
                  <b className="text-lg">${tea.price}</b>
                  <button
                    type="button"
                    aria-label={`Add ${tea.name}`}
                    disabled={quantities[tea.name] === QUANTITY_MAX}
                    onClick={() => setQuantity(tea.name, (quantities[tea.name] ?? 0) + 1)}
                    className={SOLID}
                  >
                    Add
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </section>

        <section aria-label="Cart" className="rounded-t-sm rounded-b-3xl bg-[#fffaf1] p-6 shadow-xl">
          <div className="flex items-center justify-between gap-3 border-b-2 border-[#5b2a1a] pb-3">
            <h2 className="flex items-center gap-2 font-serif text-2xl">
              <ShoppingBag aria-hidden="true" className="size-6" />
              Cart
            </h2>
            <p role="status">{`Items: ${items}`}</p>
          </div>
          {items === 0 && <p className="py-10 text-center font-serif text-lg italic">Your cart is empty</p>}
          <ul>
            {chosen.map((tea) => (
              <CartLine
                key={tea.name}
                tea={tea}
                quantity={quantities[tea.name] ?? 0}
                onChange={(quantity) => setQuantity(tea.name, quantity)}
              />
            ))}
          </ul>
          <form noValidate onSubmit={handleApply} className="mt-4">
            <label htmlFor="code" className="text-sm font-semibold">
              Discount code
            </label>
            <div className="mt-1 flex gap-2">
              <input
                id="code"
                autoComplete="off"
                value={code}
                onChange={(event) => {
                  setCode(event.target.value);
                  setCodeError("");
                }}
                aria-invalid={codeError !== ""}
                aria-describedby="code-error"
                className={`w-full min-w-0 rounded-full border border-[#5b2a1a] bg-white px-4 py-2 aria-invalid:border-2 aria-invalid:border-[#b3261e] ${RING}`}
              />
              <button type="submit" className={SOLID}>
                Apply
              </button>
            </div>
            <p id="code-error" role="alert" className="mt-1 font-semibold text-[#b3261e] empty:hidden">
              {codeError}
            </p>
          </form>
          <div aria-live="polite" className="mt-4 space-y-1">
            <p>{`Subtotal: ${dollars(subtotal)}`}</p>
            {discount > 0 && <p>{`Discount: −${dollars(discount)}`}</p>}
            {items > 0 && <p>{`Shipping: ${shipping === 0 ? "free" : dollars(shipping)}`}</p>}
            {shipping > 0 && (
              <p className="text-sm italic">{`Spend ${dollars(FREE_SHIPPING_FROM - subtotal)} more for free shipping`}</p>
            )}
            <p className="pt-2 text-2xl font-semibold">{`To pay: ${dollars(toPay)}`}</p>
          </div>
          {hasDiscount && (
            <button type="button" onClick={() => setHasDiscount(false)} className={`mt-2 ${QUIET}`}>
              Remove code
            </button>
          )}
          <div className="mt-5 flex items-center justify-between gap-3">
            <button type="button" disabled={items === 0} onClick={() => setIsOrdered(true)} className={SOLID}>
              Place order
            </button>
            <button type="button" disabled={items === 0} onClick={handleEmpty} className={QUIET}>
              Empty cart
            </button>
          </div>
        </section>
      </main>
    </div>
  );
}
