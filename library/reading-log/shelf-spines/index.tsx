import { useReducer, useState } from "react";
import type { FormEvent } from "react";
import { Trash2 } from "lucide-react";

type Book = { title: string; pages: number; read: number };
type Log = { books: Book[]; deleted: Book | null };
type Action =
  | { type: "add"; title: string; pages: number }
  | { type: "progress"; title: string; read: number }
  | { type: "delete"; title: string }
  | { type: "undo" };

const STATES = ["Not started", "Reading", "Finished"];
const FILTERS = ["All", ...STATES];
const ORDERS: Record<string, (a: Book, b: Book) => number> = {
  Title: (a, b) => a.title.localeCompare(b.title),
  "Most read": (a, b) => b.read - a.read,
  "Pages left": (a, b) => a.pages - a.read - (b.pages - b.read),
};
const SPINES = ["#9d3b2f", "#2f5d62", "#b7791f", "#5b4a7d", "#3f6b3a", "#30507e"];
const PAGES_MAX = 5000;
const START: Log = {
  books: [
    { title: "Dune", pages: 600, read: 150 },
    { title: "Emma", pages: 400, read: 400 },
    { title: "Ulysses", pages: 700, read: 0 },
  ],
  deleted: null,
};
const FOCUS = "focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-amber-500";
const FIELD = `mt-1 h-11 w-full rounded-md border border-[#8a6a4a] bg-white px-3 font-normal text-[#2b1d12] ${FOCUS}`;
const DARK = `rounded-md bg-[#4a2c17] px-5 font-bold text-white transition-colors hover:bg-[#6b4324] ${FOCUS}`;

function reduce(log: Log, action: Action): Log {
  switch (action.type) {
    case "add":
      return { books: [...log.books, { title: action.title, pages: action.pages, read: 0 }], deleted: null };
    case "progress":
      return {
        books: log.books.map((book) => (book.title === action.title ? { ...book, read: action.read } : book)),
        deleted: null,
      };
    case "delete":
      return {
        books: log.books.filter((book) => book.title !== action.title),
        deleted: log.books.find((book) => book.title === action.title) ?? null,
      };
    case "undo":
      return log.deleted ? { books: [...log.books, log.deleted], deleted: null } : log;
  }
}

function stateOf({ pages, read }: Book): string {
  if (read === 0) return "Not started";
  return read === pages ? "Finished" : "Reading";
}

function parsePages(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;
}

type CardProps = { book: Book; colour: string; onSave: (read: number) => void; onDelete: () => void };

function BookCard({ book, colour, onSave, onDelete }: CardProps) {
  const [draft, setDraft] = useState(String(book.read));
  const [problem, setProblem] = useState("");
  const percent = Math.floor((book.read / book.pages) * 100);

  function handleSave(event: FormEvent) {
    event.preventDefault();
    const read = parsePages(draft);
    if (read === null) setProblem("Enter a page number");
    else if (read > book.pages) setProblem(`${book.title} has only ${book.pages} pages`);
    else {
      setProblem("");
      onSave(read);
    }
  }

  return (
    <li className="flex gap-4 border-b-[14px] border-[#7a5030] bg-[#efdcbc] pt-6 pr-3 pl-4">
      <div
        aria-hidden="true"
        style={{ backgroundColor: `${colour}55` }}
        className="relative flex min-h-60 w-20 shrink-0 items-center justify-center overflow-hidden rounded-t-sm border-x-4 border-black/15"
      >
        <div
          style={{ height: `${percent}%`, backgroundColor: colour }}
          className="absolute inset-x-0 bottom-0 transition-[height] duration-500"
        />
        <span className="relative rounded-sm bg-[#fdf6e9] px-1 py-2 text-sm font-bold tracking-wider [writing-mode:vertical-rl]">
          {percent === 100 ? "read" : `${book.pages} p.`}
        </span>
      </div>
      <div className="min-w-0 flex-1 pb-5">
        <div className="flex items-start justify-between gap-2">
          <h2 className="text-2xl leading-tight font-bold break-words">{book.title}</h2>
          <button
            type="button"
            aria-label={`Delete ${book.title}`}
            onClick={onDelete}
            className={`grid size-9 shrink-0 place-items-center rounded-full hover:bg-[#e9d5b5] ${FOCUS}`}
          >
            <Trash2 size={18} aria-hidden />
          </button>
        </div>
        <p className="mt-1">
          <strong className="text-xl">{`${percent}%`}</strong> <span className="ml-2">{stateOf(book)}</span>
        </p>
        <p className="text-sm text-[#5d4630]">{`${book.read} of ${book.pages} pages`}</p>
        <form onSubmit={handleSave} noValidate className="mt-3 flex gap-2">
          <input
            aria-label={`Pages read of ${book.title}`}
            aria-invalid={problem !== ""}
            inputMode="numeric"
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            className={`h-10 w-24 min-w-0 rounded-md border border-[#8a6a4a] bg-white px-3 aria-invalid:border-red-700 ${FOCUS}`}
          />
          <button type="submit" aria-label={`Save ${book.title}`} className={`${DARK} h-10`}>
            Save
          </button>
        </form>
        <p role="alert" className="mt-1 min-h-6 text-sm font-bold text-red-800">
          {problem}
        </p>
      </div>
    </li>
  );
}

export default function ShelfSpines() {
  const [{ books, deleted }, dispatch] = useReducer(reduce, START);
  const [filter, setFilter] = useState("All");
  const [order, setOrder] = useState("Title");
  const [goalText, setGoalText] = useState("3");
  const [title, setTitle] = useState("");
  const [pages, setPages] = useState("");
  const [problem, setProblem] = useState("");

  const finished = books.filter((book) => stateOf(book) === "Finished").length;
  const pagesRead = books.reduce((sum, book) => sum + book.read, 0);
  const goal = parsePages(goalText) ?? 0;
  const shown = books.filter((book) => filter === "All" || stateOf(book) === filter).sort(ORDERS[order]);

  function colourOf(book: Book): string {
    const letters = Array.from(book.title, (letter) => letter.charCodeAt(0));
    return SPINES[letters.reduce((sum, code) => sum + code, 0) % SPINES.length] ?? "#30507e";
  }

  function findProblem(name: string, count: number): string {
    const twin = books.find((book) => book.title.toLowerCase() === name.toLowerCase());
    if (name === "") return "Enter a title";
    if (twin) return `${twin.title} is already in your log`;
    return count < 1 || count > PAGES_MAX ? `Pages must be 1 to ${PAGES_MAX}` : "";
  }

  function handleAdd(event: FormEvent) {
    event.preventDefault();
    const name = title.trim();
    const count = parsePages(pages) ?? 0;
    const found = findProblem(name, count);
    setProblem(found);
    if (found !== "") return;
    dispatch({ type: "add", title: name, pages: count });
    setTitle("");
    setPages("");
  }

  return (
    <main className="min-h-screen bg-[#f6e9d2] font-[family-name:Charter,'Bitstream_Charter',Cambria,Georgia,serif] text-[#2b1d12]">
      <div className="mx-auto max-w-6xl px-4 py-6 sm:px-8">
        <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <div>
            <h1 className="text-4xl font-bold sm:text-5xl">My shelf this year</h1>
            <p role="status" className="mt-1 text-lg">{`Pages read: ${pagesRead}`}</p>
          </div>
          <div className="flex items-end gap-4">
            <div role="status" className="text-right text-lg">
              <p>{`Finished ${finished} of ${goal} books`}</p>
              <p className="font-bold text-[#2f5d28]">
                {goal === 0 ? "Enter a goal" : finished >= goal ? "Goal reached" : `${goal - finished} to go`}
              </p>
            </div>
            <label className="w-28 font-bold">
              Yearly goal
              <input
                className={FIELD}
                inputMode="numeric"
                value={goalText}
                onChange={(event) => setGoalText(event.target.value)}
              />
            </label>
          </div>
        </header>

        <form
          onSubmit={handleAdd}
          noValidate
          className="mt-5 grid grid-cols-2 items-end gap-3 rounded-lg bg-[#e9d5b5] p-4 md:grid-cols-[2fr_1fr_auto]"
        >
          <label className="col-span-2 font-bold md:col-span-1">
            New title
            <input className={FIELD} maxLength={40} value={title} onChange={(event) => setTitle(event.target.value)} />
          </label>
          <label className="font-bold">
            Number of pages
            <input
              className={FIELD}
              inputMode="numeric"
              value={pages}
              onChange={(event) => setPages(event.target.value)}
            />
          </label>
          <button type="submit" className={`${DARK} h-11`}>
            Add book
          </button>
          <p role="alert" className="col-span-full font-bold text-red-800 empty:hidden">
            {problem}
          </p>
        </form>

        <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
            <legend className="sr-only">Show</legend>
            {FILTERS.map((name) => (
              <label key={name} className="flex cursor-pointer items-center gap-2 has-checked:font-bold">
                <input
                  type="radio"
                  name="filter"
                  className="size-4 accent-[#4a2c17]"
                  checked={filter === name}
                  onChange={() => setFilter(name)}
                />
                {name}
              </label>
            ))}
          </fieldset>
          <label className="flex items-center gap-2 font-bold">
            Sort by
            <select
              className={`h-10 rounded-md border border-[#8a6a4a] bg-white px-2 font-normal ${FOCUS}`}
              value={order}
              onChange={(event) => setOrder(event.target.value)}
            >
              {Object.keys(ORDERS).map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        </div>
        <div role="status" className="mt-4 flex items-center gap-4">
          {deleted && <p>{`Deleted ${deleted.title}`}</p>}
          {deleted && (
            <button type="button" onClick={() => dispatch({ type: "undo" })} className={`${DARK} h-9`}>
              Undo
            </button>
          )}
        </div>

        {shown.length === 0 && (
          <p className="border-b-[14px] border-[#7a5030] py-12 text-center text-xl italic">No books here</p>
        )}
        <ul className="mt-4 grid sm:grid-cols-2 lg:grid-cols-3">
          {shown.map((book) => (
            <BookCard
              key={book.title}
              book={book}
              colour={colourOf(book)}
              onSave={(read) => dispatch({ type: "progress", title: book.title, read })}
              onDelete={() => dispatch({ type: "delete", title: book.title })}
            />
          ))}
        </ul>
      </div>
    </main>
  );
}
