import { useRef, useState, type KeyboardEvent, type PointerEvent, type SubmitEvent } from "react";

type ColumnName = "To do" | "In progress" | "Done";
type Job = { id: string; text: string };
type Board = Record<ColumnName, Job[]>;

const COLUMNS: ColumnName[] = ["To do", "In progress", "Done"];
const PAINT: Record<ColumnName, string> = {
  "To do": "bg-yellow-300",
  "In progress": "bg-sky-300",
  Done: "bg-lime-300",
};
const FULL_AT = 3;
const FIRST_BOARD: Board = {
  "To do": [
    { id: "a", text: "Order seeds" },
    { id: "b", text: "Hang the bunting" },
    { id: "c", text: "Count cups and plates" },
  ],
  "In progress": [
    { id: "d", text: "Weed the strawberry bed" },
    { id: "e", text: "Poster for the bus stop" },
  ],
  Done: [{ id: "f", text: "Ask the neighbours" }],
};

function columnOf(board: Board, id: string): ColumnName | undefined {
  return COLUMNS.find((name) => board[name].some((job) => job.id === id));
}

function withoutJob(board: Board, id: string): Board {
  const keep = (job: Job) => job.id !== id;
  return {
    "To do": board["To do"].filter(keep),
    "In progress": board["In progress"].filter(keep),
    Done: board.Done.filter(keep),
  };
}

function transfer(board: Board, id: string, target: ColumnName): Board {
  const from = columnOf(board, id);
  const job = from && board[from].find((one) => one.id === id);
  if (!job) return board;
  const rest = withoutJob(board, id);
  return { ...rest, [target]: [...rest[target], job] };
}

function plural(count: number): string {
  return `${count} ${count === 1 ? "card" : "cards"}`;
}

const BOX = "border-4 border-black";
const PRESS =
  "font-black hover:bg-black hover:text-white focus-visible:bg-black focus-visible:text-white focus-visible:outline-none";

export default function PosterBoard() {
  const [board, setBoard] = useState<Board>(FIRST_BOARD);
  const [text, setText] = useState("");
  const [filter, setFilter] = useState("");
  const [warning, setWarning] = useState("");
  const [hover, setHover] = useState<ColumnName | null>(null);
  const [carried, setCarried] = useState<string | null>(null);
  const serial = useRef(0);
  const boardElement = useRef<HTMLDivElement>(null);

  function addJob(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const clean = text.trim().replace(/\s+/g, " ");
    if (clean.length === 0) {
      setWarning("Enter a title");
      return;
    }
    serial.current += 1;
    const job: Job = { id: `new-${serial.current}`, text: clean };
    setBoard((old) => ({ ...old, "To do": [...old["To do"], job] }));
    setText("");
    setFilter("");
    setWarning("");
  }

  function sendTo(id: string, target: ColumnName) {
    if (columnOf(board, id) === target) return;
    if (target === "In progress" && board[target].length >= FULL_AT) {
      setWarning("In progress is full");
      return;
    }
    setWarning("");
    setBoard((old) => transfer(old, id, target));
  }

  function removeJob(id: string) {
    setBoard((old) => withoutJob(old, id));
    setWarning("");
  }

  function emptyDone() {
    setBoard((old) => ({ ...old, Done: [] }));
    setWarning("");
  }

  function startAgain() {
    setBoard(FIRST_BOARD);
    setText("");
    setFilter("");
    setWarning("");
  }

  function clearOnEscape(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape") setFilter("");
  }

  function columnBelow(event: PointerEvent): ColumnName | null {
    const sections = boardElement.current?.querySelectorAll("section") ?? [];
    const index = [...sections].findIndex((section) => {
      const box = section.getBoundingClientRect();
      const inside = event.clientX >= box.left && event.clientX <= box.right;
      return inside && event.clientY >= box.top && event.clientY <= box.bottom;
    });
    return COLUMNS[index] ?? null;
  }

  function lift(event: PointerEvent<HTMLElement>, id: string) {
    if (event.pointerType === "touch" || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setCarried(id);
  }

  function carry(event: PointerEvent<HTMLElement>) {
    if (carried) setHover(columnBelow(event));
  }

  function drop(event: PointerEvent<HTMLElement>) {
    const target = columnBelow(event);
    if (carried && target) sendTo(carried, target);
    letGo();
  }

  function letGo() {
    setCarried(null);
    setHover(null);
  }

  const jobs = COLUMNS.flatMap((name) => board[name]);
  const isMatch = (job: Job) => job.text.toLowerCase().includes(filter.trim().toLowerCase());
  const matching = jobs.filter(isMatch).length;

  return (
    <main className="min-h-screen bg-orange-50 p-4 font-sans text-black sm:p-8">
      <header className="mx-auto max-w-6xl">
        <h1 className="text-5xl leading-none font-black tracking-tighter uppercase sm:text-6xl">Open day!</h1>
        <div className="mt-5 grid gap-4 lg:grid-cols-[2fr_1fr_auto] lg:items-end">
          <form onSubmit={addJob} className="min-w-0" noValidate>
            <label htmlFor="job" className="block pb-1 text-lg font-black">
              New card
            </label>
            <div className={`flex bg-white ${BOX}`}>
              <input
                id="job"
                value={text}
                onChange={(event) => setText(event.target.value)}
                aria-invalid={warning === "Enter a title"}
                aria-describedby="warning"
                autoComplete="off"
                className="w-full min-w-0 grow px-3 py-3 text-lg font-semibold outline-none focus-visible:bg-yellow-100"
              />
              <button
                type="submit"
                className={`shrink-0 border-l-4 border-black bg-pink-400 px-4 text-lg sm:px-6 ${PRESS}`}
              >
                Add card
              </button>
            </div>
          </form>
          <div>
            <label htmlFor="filter" className="block pb-1 text-lg font-black">
              Search
            </label>
            <input
              id="filter"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              onKeyDown={clearOnEscape}
              autoComplete="off"
              className={`w-full bg-white px-3 py-3 text-lg font-semibold outline-none focus-visible:bg-yellow-100 ${BOX}`}
            />
          </div>
          <div className="grid grid-cols-2 gap-3">
            <button type="button" onClick={emptyDone} className={`bg-white px-3 py-3.5 ${BOX} ${PRESS}`}>
              Clear done
            </button>
            <button type="button" onClick={startAgain} className={`bg-white px-3 py-3.5 ${BOX} ${PRESS}`}>
              Reset board
            </button>
          </div>
        </div>
      </header>
      <div id="warning" role="status" className="sticky top-0 z-10 mx-auto max-w-6xl py-4 font-bold">
        {warning && <p className="w-fit border-4 border-black bg-red-700 px-3 py-1 text-white">{warning}</p>}
        {!warning && <p>{filter.trim() ? `${matching} of ${jobs.length} shown` : "Drag a card or use its buttons."}</p>}
      </div>
      <div ref={boardElement} className="mx-auto grid max-w-6xl gap-6 md:grid-cols-3">
        {COLUMNS.map((name, position) => {
          const shown = board[name].filter(isMatch);
          const steps = [
            { label: "Move left", sign: "←", target: COLUMNS[position - 1] },
            { label: "Move right", sign: "→", target: COLUMNS[position + 1] },
          ];
          return (
            <section
              key={name}
              aria-label={name}
              className={`${BOX} ${PAINT[name]} p-4 md:min-h-100 ${hover === name ? "outline-8 outline-pink-400" : "shadow-[8px_8px_0_#000]"}`}
            >
              <div className="mb-4 flex items-end gap-3">
                <p className="text-6xl leading-none font-black" aria-hidden="true">
                  {board[name].length}
                </p>
                <div>
                  <h2 className="text-2xl leading-tight font-black md:text-xl lg:text-2xl">{name}</h2>
                  <p className="font-bold">{plural(board[name].length)}</p>
                </div>
              </div>
              <ul className="grid gap-4">
                {shown.map((job) => (
                  <li key={job.id} className={`bg-white ${BOX} ${carried === job.id ? "-rotate-2 opacity-70" : ""}`}>
                    <p
                      className="cursor-grab px-3 py-3 text-lg leading-tight font-bold wrap-anywhere select-none"
                      onPointerDown={(event) => lift(event, job.id)}
                      onPointerMove={carry}
                      onPointerUp={drop}
                      onPointerCancel={letGo}
                    >
                      {job.text}
                    </p>
                    <div className="flex border-t-4 border-black">
                      {steps.map(
                        ({ label, sign, target }) =>
                          target && (
                            <button
                              key={label}
                              type="button"
                              aria-label={`${label}: ${job.text}`}
                              onClick={() => sendTo(job.id, target)}
                              className={`grow border-r-4 border-black py-1.5 text-xl leading-none ${PRESS}`}
                            >
                              {sign}
                            </button>
                          ),
                      )}
                      <button
                        type="button"
                        aria-label={`Delete: ${job.text}`}
                        onClick={() => removeJob(job.id)}
                        className={`grow py-1.5 text-sm ${PRESS}`}
                      >
                        Delete
                      </button>
                    </div>
                  </li>
                ))}
              </ul>
              {shown.length === 0 && (
                <p className="border-4 border-dashed border-black p-6 text-center text-lg font-bold">
                  {board[name].length === 0 ? "No cards" : "No match"}
                </p>
              )}
            </section>
          );
        })}
      </div>
    </main>
  );
}
