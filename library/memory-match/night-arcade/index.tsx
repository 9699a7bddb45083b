import { useEffect, useReducer } from "react";
import { CircleQuestionMark, Crown, Gem, Ghost, Heart, Moon, Music, Rocket, Zap } from "lucide-react";
import type { LucideIcon } from "lucide-react";

type Tile = { id: number; symbol: number; face: "down" | "up" | "won" };
type Game = {
  boardSize: number;
  round: number;
  tiles: Tile[];
  moves: number;
  seconds: number;
  clockOn: boolean;
  records: Map<number, number>;
};
type Action =
  | { type: "deal"; boardSize: number }
  | { type: "flip"; id: number }
  | { type: "hide-mismatch" }
  | { type: "tick" };

const SYMBOLS: readonly { label: string; icon: LucideIcon; tint: string }[] = [
  { label: "rocket", icon: Rocket, tint: "text-orange-300" },
  { label: "ghost", icon: Ghost, tint: "text-sky-200" },
  { label: "crown", icon: Crown, tint: "text-yellow-300" },
  { label: "gem", icon: Gem, tint: "text-cyan-300" },
  { label: "heart", icon: Heart, tint: "text-rose-300" },
  { label: "moon", icon: Moon, tint: "text-violet-300" },
  { label: "bolt", icon: Zap, tint: "text-lime-300" },
  { label: "music", icon: Music, tint: "text-fuchsia-300" },
];

function nextRandom(state: number): number {
  let value = state || 1;
  value ^= value << 13;
  value ^= value >>> 17;
  value ^= value << 5;
  return value >>> 0;
}

function makeTiles(boardSize: number, round: number): Tile[] {
  const pairs = boardSize / 2;
  let chance = nextRandom(round * 2654435 + 97);
  const keyed = Array.from({ length: boardSize }, (_, index) => {
    chance = nextRandom(chance);
    return { symbol: index % pairs, order: boardSize === 4 ? index : chance };
  });
  keyed.sort((left, right) => left.order - right.order);
  return keyed.map(({ symbol }, id) => ({ id, symbol, face: "down" as const }));
}

function newGame(boardSize: number, round: number, records: Map<number, number>): Game {
  return { boardSize, round, tiles: makeTiles(boardSize, round), moves: 0, seconds: 0, clockOn: false, records };
}

function withFaces(tiles: Tile[], ids: readonly number[], face: Tile["face"]): Tile[] {
  return tiles.map((tile) => (ids.includes(tile.id) ? { ...tile, face } : tile));
}

function flip(game: Game, id: number): Game {
  const tile = game.tiles[id];
  const raised = game.tiles.filter((other) => other.face === "up");
  if (!tile || tile.face !== "down" || raised.length > 1) return game;
  const partner = raised[0];
  if (!partner) return { ...game, clockOn: true, tiles: withFaces(game.tiles, [id], "up") };
  const moves = game.moves + 1;
  if (partner.symbol !== tile.symbol) return { ...game, moves, tiles: withFaces(game.tiles, [id], "up") };
  const tiles = withFaces(game.tiles, [id, partner.id], "won");
  if (tiles.some((other) => other.face !== "won")) return { ...game, moves, tiles };
  const record = Math.min(game.records.get(game.boardSize) ?? moves, moves);
  return { ...game, moves, tiles, clockOn: false, records: new Map(game.records).set(game.boardSize, record) };
}

function reduce(game: Game, action: Action): Game {
  switch (action.type) {
    case "deal":
      return newGame(action.boardSize, game.round + 1, game.records);
    case "flip":
      return flip(game, action.id);
    case "hide-mismatch":
      return { ...game, tiles: game.tiles.map((tile) => (tile.face === "up" ? { ...tile, face: "down" } : tile)) };
    case "tick":
      return { ...game, seconds: game.seconds + 1 };
  }
}

function TileButton({ tile, onFlip }: { tile: Tile; onFlip: (id: number) => void }) {
  const symbol = SYMBOLS[tile.symbol];
  const hidden = tile.face === "down" || !symbol;
  const Icon = hidden ? CircleQuestionMark : symbol.icon;
  const name = hidden ? "face down" : tile.face === "won" ? `${symbol.label}, matched` : symbol.label;
  const look = hidden
    ? "border-indigo-500 bg-indigo-950 text-indigo-300 hover:border-fuchsia-400 hover:text-fuchsia-200"
    : tile.face === "won"
      ? `rotate-y-180 border-lime-300 bg-slate-900 ${symbol.tint}`
      : `rotate-y-180 border-fuchsia-400 bg-slate-800 ${symbol.tint}`;
  return (
    <button
      type="button"
      aria-label={`Card ${tile.id + 1}, ${name}`}
      onClick={() => onFlip(tile.id)}
      className={`grid aspect-square place-items-center rounded-lg border-2 transition-transform duration-300 outline-offset-4 focus-visible:outline-3 focus-visible:outline-cyan-300 motion-reduce:transition-none ${look}`}
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-3/5" />
    </button>
  );
}

export default function NightArcade() {
  const [game, dispatch] = useReducer(reduce, newGame(16, 1, new Map()));
  const pairsTotal = game.boardSize / 2;
  const pairsWon = game.tiles.filter((tile) => tile.face === "won").length / 2;
  const solved = pairsWon === pairsTotal;
  const mismatch = game.tiles.filter((tile) => tile.face === "up").length === 2;
  const record = game.records.get(game.boardSize);
  const clock = `${Math.floor(game.seconds / 60)}:${String(game.seconds % 60).padStart(2, "0")}`;

  useEffect(() => {
    if (!mismatch) return undefined;
    const timeout = setTimeout(() => dispatch({ type: "hide-mismatch" }), 1250);
    return () => clearTimeout(timeout);
  }, [mismatch, game.round]);

  useEffect(() => {
    if (!game.clockOn) return undefined;
    const interval = setInterval(() => dispatch({ type: "tick" }), 1000);
    return () => clearInterval(interval);
  }, [game.clockOn, game.round]);

  const handleFlip = (id: number) => dispatch({ type: "flip", id });
  const handleDeal = (boardSize: number) => dispatch({ type: "deal", boardSize });
  const columns =
    game.boardSize === 4
      ? "max-w-sm grid-cols-2"
      : game.boardSize === 12
        ? "max-w-md grid-cols-3"
        : "max-w-2xl grid-cols-4";

  return (
    <div className="grid min-h-dvh bg-slate-950 font-mono text-slate-100 lg:grid-cols-[1fr_22rem]">
      <main className="order-2 flex items-center justify-center p-4 lg:order-1 lg:p-10">
        <div
          role="group"
          aria-label="Board of cards"
          className={`grid w-full gap-2 perspective-distant sm:gap-4 ${columns}`}
        >
          {game.tiles.map((tile) => (
            <TileButton key={tile.id} tile={tile} onFlip={handleFlip} />
          ))}
        </div>
      </main>
      <aside
        aria-label="Scores and settings"
        className="order-1 flex flex-col gap-4 border-b-2 border-fuchsia-500 bg-slate-900 p-5 lg:order-2 lg:gap-6 lg:border-b-0 lg:border-l-2 lg:p-8"
      >
        <h1 className="text-2xl font-bold tracking-widest text-fuchsia-300 lg:text-4xl">TWIN TILES</h1>
        <div className="grid grid-cols-2 gap-x-4 gap-y-2 text-slate-300 lg:grid-cols-1 lg:gap-y-4 lg:text-lg">
          <p className="lg:border-b lg:border-slate-700 lg:pb-3">
            Moves: <span className="font-bold text-cyan-300 lg:float-right lg:text-2xl">{game.moves}</span>
          </p>
          <p className="lg:border-b lg:border-slate-700 lg:pb-3">
            Pairs:{" "}
            <span className="font-bold text-lime-300 lg:float-right lg:text-2xl">{`${pairsWon} of ${pairsTotal}`}</span>
          </p>
          <p className="lg:border-b lg:border-slate-700 lg:pb-3">
            Time: <span className="font-bold text-yellow-300 lg:float-right lg:text-2xl">{clock}</span>
          </p>
          <p className="lg:border-b lg:border-slate-700 lg:pb-3">
            Best:{" "}
            <span className="font-bold text-fuchsia-300 lg:float-right lg:text-2xl">
              {record === undefined ? "none yet" : `${record} moves`}
            </span>
          </p>
        </div>
        <div role="group" aria-label="Board" className="grid grid-cols-3 gap-2">
          {[4, 12, 16].map((count) => (
            <button
              key={count}
              type="button"
              aria-pressed={count === game.boardSize}
              onClick={() => handleDeal(count)}
              className="rounded border border-slate-600 py-2 text-sm text-slate-200 hover:border-cyan-300 focus-visible:outline-2 focus-visible:outline-cyan-300 aria-pressed:border-cyan-300 aria-pressed:bg-cyan-300 aria-pressed:font-bold aria-pressed:text-slate-950"
            >
              {count} cards
            </button>
          ))}
        </div>
        <button
          type="button"
          onClick={() => handleDeal(game.boardSize)}
          className="rounded bg-fuchsia-400 py-3 font-bold text-slate-950 hover:bg-fuchsia-300 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-fuchsia-200"
        >
          New game
        </button>
        <p role="status" className="min-h-12 text-sm leading-6 text-slate-300 lg:text-base">
          {solved ? (
            <strong className="text-lime-300">All pairs found! {game.moves} moves, press New game to go again.</strong>
          ) : mismatch ? (
            "No match. Remember where they are."
          ) : (
            "Turn two tiles at a time."
          )}
        </p>
      </aside>
    </div>
  );
}
