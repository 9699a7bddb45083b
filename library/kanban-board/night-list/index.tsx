import { ChevronLeft, ChevronRight, Plus, Search, Trash2 } from "lucide-react";
import { useReducer, useState, type PointerEvent, type ReactNode, type SubmitEvent } from "react";

type Status = "todo" | "progress" | "done";
type Card = { id: number; title: string; status: Status };
type Notice = { tone: "info" | "error"; text: string } | null;
type Board = { cards: Card[]; nextId: number; notice: Notice };
type Action =
  | { type: "add"; title: string }
  | { type: "move"; id: number; status: Status }
  | { type: "delete"; id: number }
  | { type: "clearDone" }
  | { type: "reset" };
type Drag = { id: number; startX: number; startY: number; dx: number; dy: number; over: Status | null };

const LIMIT = 3;
const ORDER: Status[] = ["todo", "progress", "done"];
const LABELS: Record<Status, string> = { todo: "To do", progress: "In progress", done: "Done" };
const DOTS: Record<Status, string> = { todo: "bg-slate-400", progress: "bg-amber-400", done: "bg-emerald-400" };
const TONES = { info: "bg-slate-200 text-slate-900", error: "bg-rose-200 text-rose-950" };
const INITIAL: Board = {
  cards: [
    { id: 11, title: "Order seeds", status: "todo" },
    { id: 12, title: "Find two people for the gate", status: "todo" },
    { id: 13, title: "Write the children's quiz", status: "todo" },
    { id: 14, title: "Mow the long meadow", status: "progress" },
    { id: 15, title: "Design the site map", status: "progress" },
    { id: 16, title: "Get permission from the city", status: "done" },
  ],
  nextId: 17,
  notice: null,
};

function inform(text: string): Notice {
  return { tone: "info", text };
}

function moveCard(board: Board, id: number, status: Status): Board {
  const card = board.cards.find((one) => one.id === id);
  if (!card || card.status === status) return board;
  const taken = board.cards.filter((one) => one.status === status).length;
  if (status === "progress" && taken >= LIMIT) {
    return { ...board, notice: { tone: "error", text: "In progress is full" } };
  }
  const others = board.cards.filter((one) => one.id !== id);
  return { ...board, cards: [...others, { ...card, status }], notice: inform(`Card moved to ${LABELS[status]}`) };
}

function reduce(board: Board, action: Action): Board {
  switch (action.type) {
    case "add": {
      if (action.title === "") return { ...board, notice: { tone: "error", text: "Enter a title" } };
      const card: Card = { id: board.nextId, title: action.title, status: "todo" };
      return { cards: [...board.cards, card], nextId: board.nextId + 1, notice: inform("Card added") };
    }
    case "move":
      return moveCard(board, action.id, action.status);
    case "delete":
      return { ...board, cards: board.cards.filter((card) => card.id !== action.id), notice: inform("Card deleted") };
    case "clearDone":
      return { ...board, cards: board.cards.filter((card) => card.status !== "done"), notice: inform("Done cleared") };
    case "reset":
      return { ...INITIAL, notice: inform("Board reset") };
  }
}

function statusAt(x: number, y: number): Status | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const found = ORDER.find((status) => element.getAttribute("data-status") === status);
    if (found) return found;
  }
  return null;
}

const FOCUS = "focus-visible:outline-2 focus-visible:outline-cyan-300";
const ICON = `grid size-8 place-items-center rounded-md text-slate-300 hover:bg-slate-700 hover:text-white disabled:text-slate-600 disabled:hover:bg-transparent ${FOCUS}`;
const FIELD = `w-full min-w-0 rounded-md border border-slate-600 bg-slate-900 px-3 py-2 text-sm text-slate-100 placeholder:text-slate-400 ${FOCUS}`;
const PLAIN = `rounded-md border border-slate-600 px-3 py-2 text-sm hover:bg-slate-800 ${FOCUS}`;
const SOLID = `flex shrink-0 items-center gap-1 rounded-md bg-cyan-300 px-3 py-2 text-sm font-semibold text-slate-950 hover:bg-cyan-200 ${FOCUS} outline-offset-2`;

export default function NightList() {
  const [board, dispatch] = useReducer(reduce, INITIAL);
  const [draft, setDraft] = useState("");
  const [query, setQuery] = useState("");
  const [drag, setDrag] = useState<Drag | null>(null);
  const needle = query.trim().toLowerCase();

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const title = draft.trim();
    dispatch({ type: "add", title });
    if (title !== "") setDraft("");
  }

  function handleReset() {
    dispatch({ type: "reset" });
    setDraft("");
    setQuery("");
  }

  function startDrag(event: PointerEvent<HTMLLIElement>, id: number) {
    const onButton = event.target instanceof Element && event.target.closest("button") !== null;
    if (onButton || event.button !== 0 || event.pointerType === "touch") return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ id, startX: event.clientX, startY: event.clientY, dx: 0, dy: 0, over: null });
  }

  function continueDrag(event: PointerEvent<HTMLLIElement>) {
    const { clientX, clientY } = event;
    const over = statusAt(clientX, clientY);
    setDrag((now) => (now ? { ...now, dx: clientX - now.startX, dy: clientY - now.startY, over } : null));
  }

  function endDrag(event: PointerEvent<HTMLLIElement>) {
    if (!drag) return;
    const status = statusAt(event.clientX, event.clientY);
    if (status) dispatch({ type: "move", id: drag.id, status });
    setDrag(null);
  }

  function renderMove(label: string, icon: ReactNode, card: Card, target: Status | undefined) {
    const name = `${label}: ${card.title}`;
    const handleClick = () => target && dispatch({ type: "move", id: card.id, status: target });
    return (
      <button type="button" className={ICON} aria-label={name} title={label} disabled={!target} onClick={handleClick}>
        {icon}
      </button>
    );
  }

  function renderCard(card: Card) {
    const at = ORDER.indexOf(card.status);
    const handleDelete = () => dispatch({ type: "delete", id: card.id });
    const held = drag?.id === card.id ? drag : null;
    return (
      <li
        key={card.id}
        onPointerDown={(event) => startDrag(event, card.id)}
        onPointerMove={continueDrag}
        onPointerUp={endDrag}
        onPointerCancel={() => setDrag(null)}
        style={held ? { transform: `translate(${held.dx}px, ${held.dy}px)` } : undefined}
        className={`flex cursor-grab items-center gap-2 rounded-lg border py-1.5 pr-1.5 pl-3 select-none ${held ? "relative z-10 border-cyan-300 bg-slate-700 shadow-xl" : "border-slate-700 bg-slate-800"}`}
      >
        <span className="font-mono text-xs text-slate-400">{card.id}</span>
        <span className={`grow text-sm wrap-anywhere ${card.status === "done" ? "text-slate-400 line-through" : ""}`}>
          {card.title}
        </span>
        <span className="flex shrink-0">
          {renderMove("Move left", <ChevronLeft size={18} />, card, ORDER[at - 1])}
          {renderMove("Move right", <ChevronRight size={18} />, card, ORDER[at + 1])}
          <button type="button" className={ICON} aria-label={`Delete: ${card.title}`} onClick={handleDelete}>
            <Trash2 size={16} />
          </button>
        </span>
      </li>
    );
  }

  function renderColumn(status: Status) {
    const all = board.cards.filter((card) => card.status === status);
    const shown = all.filter((card) => card.title.toLowerCase().includes(needle));
    const limitTone = all.length >= LIMIT ? "rounded-full bg-amber-300 text-amber-950" : "text-slate-300";
    return (
      <section
        key={status}
        data-status={status}
        aria-label={LABELS[status]}
        className={`flex flex-col rounded-xl border p-3 lg:min-h-[72vh] ${drag?.over === status ? "border-cyan-300 bg-slate-900" : "border-slate-800 bg-slate-900/60"}`}
      >
        <header className="mb-3 flex items-center gap-2 px-1">
          <span className={`size-2.5 rounded-full ${DOTS[status]}`} />
          <h2 className="text-sm font-semibold text-white">{LABELS[status]}</h2>
          <span className="text-xs text-slate-300">{`${all.length} ${all.length === 1 ? "card" : "cards"}`}</span>
          {status === "progress" && <span className={`ml-auto px-2 text-xs ${limitTone}`}>Limit {LIMIT}</span>}
        </header>
        <ul className="grid gap-2">{shown.map(renderCard)}</ul>
        {shown.length === 0 && (
          <p className="rounded-lg border border-dashed border-slate-700 px-3 py-6 text-center text-sm text-slate-300">
            {all.length === 0 ? "No cards" : "No match in this list"}
          </p>
        )}
        {status === "todo" && renderComposer()}
      </section>
    );
  }

  function renderComposer() {
    return (
      <form onSubmit={handleSubmit} className="mt-3 border-t border-slate-800 pt-3" noValidate>
        <label htmlFor="new-card" className="mb-1 block px-1 text-xs text-slate-300">
          New card
        </label>
        <div className="flex gap-2">
          <input
            id="new-card"
            type="text"
            autoComplete="off"
            maxLength={60}
            className={FIELD}
            value={draft}
            aria-invalid={board.notice?.text === "Enter a title"}
            aria-describedby="notice"
            onChange={(event) => setDraft(event.target.value)}
          />
          <button type="submit" className={SOLID}>
            <Plus size={16} /> Add card
          </button>
        </div>
      </form>
    );
  }

  return (
    <main className="min-h-screen bg-slate-950 font-sans text-slate-100">
      <div className="mx-auto max-w-7xl px-4 pt-6 pb-20 sm:px-6">
        <div className="mb-6 flex flex-wrap items-center gap-3">
          <h1 className="mr-auto text-xl font-semibold tracking-tight">Spring open day</h1>
          <div className="relative w-full sm:w-64">
            <Search aria-hidden="true" size={16} className="absolute top-2.5 left-3 text-slate-400" />
            <input
              type="text"
              aria-label="Search"
              placeholder="Search cards"
              autoComplete="off"
              className={`${FIELD} pl-9`}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
          </div>
          <button type="button" className={PLAIN} onClick={() => dispatch({ type: "clearDone" })}>
            Clear done
          </button>
          <button type="button" className={PLAIN} onClick={handleReset}>
            Reset board
          </button>
        </div>
        <div className="grid gap-4 lg:grid-cols-3">{ORDER.map(renderColumn)}</div>
      </div>
      <div id="notice" role="status" className="fixed inset-x-4 bottom-4 z-20 mx-auto max-w-sm">
        {board.notice && (
          <p className={`rounded-lg px-4 py-3 text-sm font-medium shadow-lg ${TONES[board.notice.tone]}`}>
            {board.notice.text}
          </p>
        )}
      </div>
    </main>
  );
}
