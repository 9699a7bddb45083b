import { useEffect, useState } from "react";

type Rows = number[][];
type Position = { rows: Rows; score: number; moves: number };

const START: Rows = [
  [2, 2, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
];
const TARGET = 32;
const OPENING: Position = { rows: START, score: 0, moves: 0 };

const mirror = (rows: Rows): Rows => rows.map((row) => row.toReversed());
const transpose = (rows: Rows): Rows => rows.map((row, y) => row.map((_, x) => rows[x]?.[y] ?? 0));

/** Every move is a move to the left on a board that is turned first and turned back afterwards. */
const MOVES = [
  { name: "Up", key: "ArrowUp", turn: transpose, turnBack: transpose },
  { name: "Left", key: "ArrowLeft", turn: (rows: Rows) => rows, turnBack: (rows: Rows) => rows },
  { name: "Right", key: "ArrowRight", turn: mirror, turnBack: mirror },
  {
    name: "Down",
    key: "ArrowDown",
    turn: (rows: Rows) => mirror(transpose(rows)),
    turnBack: (rows: Rows) => transpose(mirror(rows)),
  },
];
type Move = (typeof MOVES)[number];

const GLAZES = [
  { upTo: 2, look: "from-[#fbf6ea] to-[#efe3c8] text-[#5a3a22]" },
  { upTo: 4, look: "from-[#f4dcae] to-[#e8c382] text-[#4d2e12]" },
  { upTo: 8, look: "from-[#9cc7bd] to-[#74aca1] text-[#0e2f2b]" },
  { upTo: 16, look: "from-[#3f7c8c] to-[#2b6272] text-white" },
  { upTo: 32, look: "from-[#2f4b84] to-[#1f3566] text-white" },
  { upTo: 64, look: "from-[#8c2f39] to-[#6c1f29] text-white" },
];

function pushRowLeft(row: number[]): { row: number[]; points: number } {
  const pushed: number[] = [];
  let points = 0;
  let canJoin = false;
  for (const value of row.filter((entry) => entry !== 0)) {
    const last = pushed.length - 1;
    if (canJoin && pushed[last] === value) {
      pushed[last] = value * 2;
      points += value * 2;
      canJoin = false;
    } else {
      pushed.push(value);
      canJoin = true;
    }
  }
  while (pushed.length < row.length) pushed.push(0);
  return { row: pushed, points };
}

function push(rows: Rows, move: Move): { rows: Rows; points: number } {
  const pushed = move.turn(rows).map(pushRowLeft);
  return {
    rows: move.turnBack(pushed.map((entry) => entry.row)),
    points: pushed.reduce((sum, entry) => sum + entry.points, 0),
  };
}

function isSame(a: Rows, b: Rows): boolean {
  return a.every((row, y) => row.every((value, x) => value === b[y]?.[x]));
}

function addTile(rows: Rows): Rows {
  const y = rows.findIndex((row) => row.includes(0));
  const x = rows[y]?.indexOf(0);
  return rows.map((row, rowIndex) => row.map((value, column) => (rowIndex === y && column === x ? 2 : value)));
}

function glazeOf(value: number): string {
  return GLAZES.find((glaze) => value <= glaze.upTo)?.look ?? "from-[#3a3230] to-[#1f1a19] text-[#f4dcae]";
}

function Tile({ value, name }: { value: number; name: string }) {
  const look =
    value === 0
      ? "bg-[#8d5a41] shadow-inner shadow-black/30"
      : `bg-linear-to-br shadow-[inset_0_2px_0_rgba(255,255,255,0.5),0_3px_6px_rgba(50,20,8,0.35)] ${glazeOf(value)}`;
  return (
    <td aria-label={`${name}: ${value || "empty"}`} className="p-0">
      <div
        className={`grid aspect-square place-items-center rounded-lg text-4xl transition-colors duration-200 sm:text-6xl ${look}`}
      >
        {value === 0 ? null : value}
      </div>
    </td>
  );
}

const BUTTON =
  "rounded-lg border-2 border-[#6b3b24] px-4 py-3 text-lg focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-[#1f3566]";
const LIGHT = `${BUTTON} bg-[#fdf8ee] text-[#4d2815] hover:bg-[#f6e4c4]`;
const CLAY = `${BUTTON} bg-[#7a3f25] text-white hover:bg-[#5f2f1a] disabled:cursor-not-allowed disabled:border-[#cbb39a] disabled:bg-[#eadbc4] disabled:text-[#75604c]`;

export default function GlazedTiles() {
  const [position, setPosition] = useState(OPENING);
  const [before, setBefore] = useState<Position | null>(null);
  const [best, setBest] = useState(0);

  const { rows, score, moves } = position;
  const largest = Math.max(...rows.flat());
  const stuck = MOVES.every((move) => isSame(rows, push(rows, move).rows));

  function makeMove(move: Move) {
    const pushed = push(rows, move);
    if (isSame(rows, pushed.rows)) return;
    const total = score + pushed.points;
    setBefore(position);
    setPosition({ rows: addTile(pushed.rows), score: total, moves: moves + 1 });
    setBest(Math.max(best, total));
  }

  function takeBack() {
    if (!before) return;
    setPosition(before);
    setBefore(null);
  }

  function beginAgain() {
    setPosition(OPENING);
    setBefore(null);
  }

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const move = MOVES.find((entry) => entry.key === event.key);
      if (!move) return;
      event.preventDefault();
      makeMove(move);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });

  return (
    <div className="min-h-screen bg-[#f0dfc6] bg-[linear-gradient(#e7d1b2_2px,transparent_2px),linear-gradient(90deg,#e7d1b2_2px,transparent_2px)] bg-[size:72px_72px] p-4 font-[family-name:Georgia,serif] text-[#43230f] sm:p-8">
      <div className="mx-auto grid max-w-[52rem] gap-6 md:grid-cols-[15rem_minmax(0,1fr)] md:gap-10">
        <header className="flex flex-col gap-4 rounded-2xl bg-[#fdf8ee] p-6 shadow-md md:gap-6">
          <h1 className="text-4xl leading-none md:text-6xl">Tile by tile</h1>
          <p className="text-[#6b4a35]">Push equal tiles together until one of {TARGET} is on the wall.</p>
          <div className="grid grid-cols-3 border-t-2 border-[#d9bf9b] pt-4 text-lg md:grid-cols-1 md:gap-4 md:text-2xl">
            <p>
              Score: <b>{score}</b>
            </p>
            <p>
              Moves: <b>{moves}</b>
            </p>
            <p>
              Best: <b>{best}</b>
            </p>
          </div>
          <div className="grid grid-cols-2 gap-3 md:mt-auto md:grid-cols-1">
            <button type="button" onClick={takeBack} disabled={before === null} className={CLAY}>
              Undo
            </button>
            <button type="button" onClick={beginAgain} className={CLAY}>
              New game
            </button>
          </div>
        </header>
        <main className="flex flex-col gap-4">
          <p
            role="status"
            className="min-h-14 rounded-2xl bg-[#fdf8ee] px-5 py-3 text-center text-xl italic shadow-md sm:text-2xl"
          >
            {stuck
              ? "No moves left. Undo or start again."
              : largest >= TARGET
                ? `You reached ${TARGET}. How far will it go?`
                : `The largest tile is ${largest}.`}
          </p>
          <div className="rounded-2xl bg-[#a66e50] p-2 shadow-lg sm:p-4">
            <table
              aria-label="Board"
              className="w-full table-fixed border-separate border-spacing-1.5 sm:border-spacing-2"
            >
              <tbody>
                {rows.map((row, y) => (
                  <tr key={y}>
                    {row.map((value, x) => (
                      <Tile key={x} value={value} name={`Row ${y + 1}, column ${x + 1}`} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div role="group" aria-label="Slide the tiles" className="grid grid-cols-4 gap-2 sm:gap-3">
            {MOVES.map((move) => (
              <button key={move.name} type="button" onClick={() => makeMove(move)} className={`${LIGHT} px-1`}>
                {move.name}
              </button>
            ))}
          </div>
        </main>
      </div>
    </div>
  );
}
