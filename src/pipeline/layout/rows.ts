/** Long pipelines in rows: what would be one long row that can only be seen from afar is cut between layers and goes on below. */
import type { Position } from "../definition/document";
import type { Block, Drawing } from "./elk/fromElk";
import { boundsOf, type Rect } from "./rect";

/** The room that a drawing is to be seen in, in pixels of the screen. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

const track = 12;
/** Between two rows; from the lines that lead into a row to its steps; from a cut to the next step. */
const air = { rows: 56, side: 26, cut: 14 } as const;
const mostRows = 12;
/** What a line from row to row costs, as a share of the size at which all is seen. */
const costOfLine = 0.02;

/** One layer, or several that something spans. */
interface Band {
  readonly left: number;
  right: number;
  readonly blocks: Block[];
}

/** The drawing in as many rows as let it be seen in the greatest size in a room; in one where it is small, or nothing is gained. */
export function* inRowsInParts(drawing: Drawing, room: Room): Generator<undefined, Drawing> {
  const bands = bandsOf(drawing.blocks);
  let best = { drawing, score: yield* scoreOf(drawing, 0, room) };
  for (let count = 2; count <= Math.min(mostRows, bands.length) && best.score < 1; count++) {
    yield;
    const rows = split(bands, count);
    const made = yield* stacked(drawing, rows);
    const score = yield* scoreOf(made.drawing, made.lines, room);
    if (score > best.score * 1.1) best = { drawing: made.drawing, score };
  }
  return best.drawing;
}

function* scoreOf(drawing: Drawing, lines: number, room: Room): Generator<undefined, number> {
  const bounds = yield* extentInParts(drawing);
  if (bounds === null) return 1;
  return Math.min(1, room.width / bounds.width, room.height / bounds.height) / (1 + costOfLine * lines);
}

/** Around all blocks and ways of a drawing. */
export function* extentInParts({ blocks, ways }: Drawing): Generator<undefined, Rect | null> {
  let extent = boundsOf(blocks.map(({ rect }) => rect));
  for (const way of ways.values()) {
    extent = boundsOf([...(extent === null ? [] : [extent]), ...way.map(pointRect)]);
    yield;
  }
  return extent;
}

const pointRect = ({ x, y }: Position): Rect => ({ x, y, width: 0, height: 0 });

function bandsOf(blocks: readonly Block[]): Band[] {
  const bands: Band[] = [];
  for (const block of [...blocks].sort((one, other) => one.rect.x - other.rect.x)) {
    const { x, width } = block.rect;
    const last = bands.at(-1);
    if (last === undefined || x >= last.right) bands.push({ left: x, right: x + width, blocks: [block] });
    else {
      last.right = Math.max(last.right, x + width);
      last.blocks.push(block);
    }
  }
  return bands;
}

/** The bands in so many rows (or fewer) of which the widest is as narrow as can be. */
function split(bands: readonly Band[], count: number): Band[][] {
  const [first, last] = [bands[0], bands.at(-1)];
  let most = (last?.right ?? 0) - (first?.left ?? 0);
  let least = Math.max(...bands.map(({ left, right }) => right - left));
  while (most - least > 1) {
    const middle = (most + least) / 2;
    if (filled(bands, middle).length <= count) most = middle;
    else least = middle;
  }
  return filled(bands, most);
}

function filled(bands: readonly Band[], width: number): Band[][] {
  const rows: Band[][] = [];
  for (const band of bands) {
    const row = rows.at(-1);
    const left = row?.[0]?.left ?? 0;
    if (row === undefined || band.right - left > width) rows.push([band]);
    else row.push(band);
  }
  return rows;
}

/** A piece of a way in one row: from where it comes in (or begins) to where it leaves (or ends). */
interface Piece {
  readonly way: string;
  readonly row: number;
  readonly points: Position[];
}

function* stacked(
  drawing: Drawing,
  rows: readonly Band[][],
): Generator<undefined, { readonly drawing: Drawing; readonly lines: number }> {
  // A row begins shortly before its first layer: so far to the left no line turns any more.
  const cuts = rows.slice(1).map((row) => (row[0]?.left ?? 0) - air.cut);
  const rowAt = (x: number) => cuts.filter((cut) => x >= cut).length;
  const ways: Piece[][] = [];
  const extents = rows.map((row) => boundsOf(row.flatMap((band) => band.blocks.map(({ rect }) => rect))));
  const leaving = rows.map(() => 0);
  for (const [id, way] of drawing.ways) {
    const pieces = piecesOf(id, way, cuts, rowAt);
    ways.push(pieces);
    for (const { row, points } of pieces) {
      const around = boundsOf([...points.map(pointRect), ...(extents[row] ? [extents[row]] : [])]);
      extents[row] = around;
    }
    const last = lastRow(pieces);
    for (const row of new Set(pieces.map((piece) => piece.row))) if (row < last) leaving[row] = (leaving[row] ?? 0) + 1;
    yield;
  }
  const positions = new Map<string, Position>();
  const blocks: Block[] = [];
  const shifts: Position[] = [];
  const gutters: number[] = [];
  let y = 0;
  let crossed = 0;
  for (const [index, row] of rows.entries()) {
    const extent = extents[index] ?? null;
    if (extent === null) continue;
    const shift = { x: -(row[0]?.left ?? 0), y: y - extent.y };
    shifts.push(shift);
    for (const { rect, keys } of row.flatMap((band) => band.blocks)) {
      blocks.push({ rect: { ...rect, x: rect.x + shift.x, y: rect.y + shift.y }, keys });
      for (const key of keys) {
        const at = drawing.positions.get(key);
        if (at !== undefined) positions.set(key, { x: at.x + shift.x, y: at.y + shift.y });
      }
      yield;
    }
    y += extent.height;
    gutters.push(y + air.rows / 2);
    const its = leaving[index] ?? 0;
    crossed += its;
    y += air.rows + Math.max(0, its - 1) * track;
  }
  return { drawing: { positions, blocks, ways: yield* joined(ways, cuts, shifts, gutters) }, lines: crossed };
}

const lastRow = (way: readonly Piece[]) => Math.max(...way.map(({ row }) => row));

/** A way cut at each border that it crosses; at a border it runs level. */
function piecesOf(way: string, points: readonly Position[], cuts: readonly number[], rowAt: (x: number) => number) {
  const pieces: Piece[] = [];
  let piece: Piece | null = null;
  for (const point of points) {
    const row = rowAt(point.x);
    while (piece !== null && piece.row !== row) {
      const at: number = piece.row;
      const next: number = row > at ? at + 1 : at - 1;
      const border = { x: cuts[Math.min(at, next)] ?? point.x, y: point.y };
      piece.points.push(border);
      piece = { way, row: next, points: [border] };
      pieces.push(piece);
    }
    if (piece === null) {
      piece = { way, row, points: [] };
      pieces.push(piece);
    }
    piece.points.push(point);
  }
  return pieces;
}

/** The pieces put together again: out at the right of a row, back between the rows, and in at the left of the next; no two cross on the way. */
function* joined(
  ways: readonly (readonly Piece[])[],
  cuts: readonly number[],
  shifts: readonly Position[],
  gutters: readonly number[],
): Generator<undefined, ReadonlyMap<string, readonly Position[]>> {
  const moved = ({ row, points }: Piece) => {
    const by = shifts[row] ?? { x: 0, y: 0 };
    return points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }));
  };
  const crossings = cuts.map((): { readonly id: string; readonly y: number; readonly back: boolean }[] => []);
  for (const way of ways) {
    for (const [at, piece] of way.entries()) {
      const next = way[at + 1];
      if (next === undefined) continue;
      const [id, y] = [`${piece.way}\n${at}`, piece.points.at(-1)?.y ?? 0];
      crossings[Math.min(piece.row, next.row)]?.push({ id, y, back: next.row < piece.row });
    }
    yield;
  }
  const turns = new Map<string, readonly Position[]>();
  for (const [index, cut] of cuts.entries()) {
    const crossing = (crossings[index] ?? []).sort((one, other) => one.y - other.y);
    const [above, below] = [shifts[index], shifts[index + 1]];
    if (above === undefined || below === undefined) continue;
    const right = cut + above.x;
    for (const [order, { id, y, back }] of crossing.entries()) {
      const rest = crossing.length - 1 - order;
      const [out, gutter, into] = [
        right + rest * track,
        (gutters[index] ?? 0) + rest * track,
        -air.side - order * track,
      ];
      const turn = [
        { x: out, y: y + above.y },
        { x: out, y: gutter },
        { x: into, y: gutter },
        { x: into, y: y + below.y },
      ];
      turns.set(id, back ? turn.reverse() : turn);
    }
    yield;
  }
  const whole = new Map<string, readonly Position[]>();
  for (const way of ways) {
    const [first] = way;
    if (first === undefined) continue;
    const points = way.flatMap((piece, at) => [...moved(piece), ...(turns.get(`${piece.way}\n${at}`) ?? [])]);
    whole.set(first.way, points);
    yield;
  }
  return whole;
}
