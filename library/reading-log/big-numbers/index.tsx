import { useMemo, useState } from "react";
import type { FormEvent } from "react";

type Book = { title: string; length: number };
type Order = "Title" | "Most read" | "Pages left";

const FIRST_BOOKS: Book[] = [
  { title: "Dune", length: 600 },
  { title: "Emma", length: 400 },
  { title: "Ulysses", length: 700 },
];
const FIRST_PROGRESS: Record<string, number> = { Dune: 150, Emma: 400, Ulysses: 0 };
const VIEWS = ["All", "Not started", "Reading", "Finished"];
const ORDERS: Order[] = ["Title", "Most read", "Pages left"];
const LONGEST = 5000;

const FOCUS = "focus-visible:outline-4 focus-visible:outline-offset-2 focus-visible:outline-blue-700";
const LINE = `h-11 w-full border-b-4 border-black bg-transparent px-1 text-xl font-bold aria-invalid:border-red-700 ${FOCUS}`;
const BLOCK = `bg-black px-5 font-bold text-white transition-colors hover:bg-neutral-700 ${FOCUS}`;

function readField(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? "").trim();
}

function wholeNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}

function stateWords(read: number, length: number): string {
  if (read >= length) return "Finished";
  return read === 0 ? "Not started" : "Reading";
}

type RowProps = { book: Book; read: number; onSave: (pages: number) => void; onDelete: () => void };

function BookRow({ book, read, onSave, onDelete }: RowProps) {
  const [wrong, setWrong] = useState("");
  const percent = Math.floor((100 * read) / book.length);

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const pages = wholeNumber(readField(event.currentTarget, "pages"));
    if (pages === null) return setWrong("Enter a page number");
    if (pages > book.length) return setWrong(`${book.title} has only ${book.length} pages`);
    setWrong("");
    onSave(pages);
  }

  return (
    <li className="grid items-end gap-x-6 gap-y-3 border-t-4 border-black py-5 sm:grid-cols-[11.5rem_1fr] lg:grid-cols-[15rem_1fr_19rem]">
      <p
        className={`text-7xl leading-[0.85] font-black tracking-tighter tabular-nums lg:text-8xl ${percent === 100 ? "text-blue-700" : ""}`}
      >
        {`${percent}%`}
      </p>
      <div className="min-w-0">
        <h2 className="text-3xl leading-tight font-black break-words">{book.title}</h2>
        <p className="text-lg">{`${stateWords(read, book.length)}, ${read} of ${book.length} pages`}</p>
        <div aria-hidden="true" className="mt-2 h-3 bg-black/15">
          <div className="h-full bg-blue-700 transition-[width] duration-500" style={{ width: `${percent}%` }} />
        </div>
      </div>
      <form onSubmit={handleSubmit} noValidate className="flex items-end gap-3 sm:col-span-2 lg:col-span-1">
        <input
          name="pages"
          aria-label={`Pages read of ${book.title}`}
          aria-invalid={wrong !== ""}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={read}
          className={`${LINE} min-w-0`}
        />
        <button type="submit" aria-label={`Save ${book.title}`} className={`${BLOCK} h-11`}>
          Save
        </button>
        <button
          type="button"
          aria-label={`Delete ${book.title}`}
          onClick={onDelete}
          className={`h-11 px-2 font-bold underline underline-offset-4 hover:no-underline ${FOCUS}`}
        >
          Delete
        </button>
      </form>
      <p role="alert" className="col-span-full font-bold text-red-700 empty:hidden lg:col-span-1 lg:col-start-3">
        {wrong}
      </p>
    </li>
  );
}

export default function BigNumbers() {
  const [books, setBooks] = useState(FIRST_BOOKS);
  const [progress, setProgress] = useState(FIRST_PROGRESS);
  const [view, setView] = useState("All");
  const [order, setOrder] = useState<Order>("Title");
  const [goalText, setGoalText] = useState("3");
  const [refusal, setRefusal] = useState("");
  const [lastDeleted, setLastDeleted] = useState<Book | null>(null);

  const readOf = (book: Book) => progress[book.title] ?? 0;
  const leftOf = (book: Book) => book.length - readOf(book);
  const finished = books.filter((book) => leftOf(book) === 0).length;
  const pagesRead = books.reduce((sum, book) => sum + readOf(book), 0);
  const goal = wholeNumber(goalText.trim()) ?? 0;
  const missing = Math.max(0, goal - finished);

  const listed = useMemo(() => {
    const pages = (book: Book) => progress[book.title] ?? 0;
    const inView = books.filter((book) => view === "All" || stateWords(pages(book), book.length) === view);
    return inView.sort((a, b) => {
      if (order === "Most read") return pages(b) - pages(a);
      if (order === "Pages left") return a.length - pages(a) - b.length + pages(b);
      return a.title.localeCompare(b.title);
    });
  }, [books, progress, view, order]);

  function saveProgress(title: string, pages: number) {
    setProgress({ ...progress, [title]: pages });
    setLastDeleted(null);
  }

  function refuse(title: string, length: number | null): string {
    const known = books.find((book) => book.title.toLowerCase() === title.toLowerCase());
    if (title === "") return "Enter a title";
    if (known) return `${known.title} is already in your log`;
    return length !== null && length > 0 && length <= LONGEST ? "" : `Pages must be 1 to ${LONGEST}`;
  }

  function addBook(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const title = readField(form, "title");
    const length = wholeNumber(readField(form, "length"));
    const reason = refuse(title, length);
    setRefusal(reason);
    if (reason !== "" || length === null) return;
    setBooks([...books, { title, length }]);
    setProgress({ ...progress, [title]: 0 });
    setLastDeleted(null);
    form.reset();
  }

  function deleteBook(book: Book) {
    setBooks(books.filter((other) => other.title !== book.title));
    setLastDeleted(book);
  }

  function undoDelete() {
    if (lastDeleted) setBooks([...books, lastDeleted]);
    setLastDeleted(null);
  }

  return (
    <main className="min-h-screen bg-[#f4f1e8] font-[family-name:'Helvetica_Neue',Helvetica,Arial,sans-serif] text-black">
      <div className="mx-auto max-w-6xl px-5 py-7 sm:px-8">
        <header className="grid items-end gap-6 md:grid-cols-[1fr_auto]">
          <h1 className="text-6xl leading-[0.85] font-black tracking-tighter sm:text-8xl">Read more.</h1>
          <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
            <div role="status" className="text-xl leading-snug font-bold">
              <p>{`Pages read: ${pagesRead}`}</p>
              <p>{`Finished ${finished} of ${goal} books`}</p>
              <p className="text-blue-700">
                {goal === 0 ? "Enter a goal" : missing > 0 ? `${missing} to go` : "Goal reached"}
              </p>
            </div>
            <label className="w-28 font-bold">
              Yearly goal
              <input
                className={LINE}
                inputMode="numeric"
                value={goalText}
                onChange={(event) => setGoalText(event.target.value)}
              />
            </label>
          </div>
        </header>

        <form
          onSubmit={addBook}
          noValidate
          className="mt-7 grid grid-cols-2 items-end gap-x-6 gap-y-4 bg-white p-5 md:grid-cols-[2fr_1fr_auto]"
        >
          <label className="col-span-2 font-bold md:col-span-1">
            New title
            <input name="title" maxLength={40} autoComplete="off" className={LINE} />
          </label>
          <label className="font-bold">
            Number of pages
            <input name="length" inputMode="numeric" autoComplete="off" className={LINE} />
          </label>
          <button type="submit" className={`${BLOCK} h-12`}>
            Add book
          </button>
          <p role="alert" className="col-span-full font-bold text-red-700 empty:hidden">
            {refusal}
          </p>
        </form>

        <div className="mt-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 pb-4">
          <fieldset className="flex flex-wrap gap-x-6 gap-y-2 text-lg">
            <legend className="sr-only">Books to show</legend>
            {VIEWS.map((name) => (
              <label
                key={name}
                className="cursor-pointer border-b-4 border-transparent hover:border-black/30 has-checked:border-blue-700 has-checked:font-bold has-focus-visible:outline-4 has-focus-visible:outline-blue-700"
              >
                <input
                  type="radio"
                  name="view"
                  className="sr-only"
                  checked={view === name}
                  onChange={() => setView(name)}
                />
                {name}
              </label>
            ))}
          </fieldset>
          <label className="flex items-center gap-3 text-lg">
            Sort by
            <select
              className={`h-11 border-b-4 border-black bg-transparent px-1 font-bold ${FOCUS}`}
              value={order}
              onChange={(event) => setOrder(ORDERS.find((name) => name === event.target.value) ?? "Title")}
            >
              {ORDERS.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        </div>

        <div role="status">
          {lastDeleted && (
            <p className="mb-4 flex items-center justify-between bg-blue-700 p-2 pl-5 text-lg font-bold text-white">
              {`Deleted ${lastDeleted.title}`}
              <button type="button" onClick={undoDelete} className={`${BLOCK} h-10`}>
                Undo
              </button>
            </p>
          )}
        </div>
        {listed.length === 0 && <p className="border-t-4 border-black py-10 text-4xl font-black">No books here</p>}
        <ul className="border-b-4 border-black">
          {listed.map((book) => (
            <BookRow
              key={book.title}
              book={book}
              read={readOf(book)}
              onSave={(pages) => saveProgress(book.title, pages)}
              onDelete={() => deleteBook(book)}
            />
          ))}
        </ul>
      </div>
    </main>
  );
}
