/** Long pipelines in rows: what would be one long row that can only be seen from afar is cut between layers and goes on below. */
import type { Position } from "../definition/document";
import type { Pause } from "./elk/elkNode";
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
export async function inRows(drawing: Drawing, room: Room, pause: Pause): Promise<Drawing> {
  const bands = bandsOf(drawing.blocks);
  let best = { drawing, score: scoreOf(drawing, 0, room) };
  for (let count = 2; count <= Math.min(mostRows, bands.length) && best.score < 1; count++) {
    await pause();
    const rows = split(bands, count);
    const made = stacked(drawing, rows);
    const score = scoreOf(made.drawing, made.lines, room);
    if (score > best.score * 1.1) best = { drawing: made.drawing, score };
  }
  return best.drawing;
}

function scoreOf(drawing: Drawing, lines: number, room: Room): number {
  const bounds = extentOf(drawing);
  if (bounds === null) return 1;
  return Math.min(1, room.width / bounds.width, room.height / bounds.height) / (1 + costOfLine * lines);
}

/** Around all blocks and ways of a drawing. */
export function extentOf({ blocks, ways }: Drawing): Rect | null {
  return boundsOf([...blocks.map(({ rect }) => rect), ...[...ways.values()].flatMap((way) => way.map(pointRect))]);
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

function stacked(drawing: Drawing, rows: readonly Band[][]): { readonly drawing: Drawing; readonly lines: number } {
  // A row begins shortly before its first layer: so far to the left no line turns any more.
  const cuts = rows.slice(1).map((row) => (row[0]?.left ?? 0) - air.cut);
  const rowAt = (x: number) => cuts.filter((cut) => x >= cut).length;
  const ways = [...drawing.ways].map(([id, way]) => piecesOf(id, way, cuts, rowAt));
  const pieces = ways.flat();
  const positions = new Map<string, Position>();
  const blocks: Block[] = [];
  const shifts: Position[] = [];
  const gutters: number[] = [];
  let y = 0;
  let crossed = 0;
  rows.forEach((row, index) => {
    const held = row.flatMap((band) => band.blocks);
    const points = pieces.filter((piece) => piece.row === index).flatMap((piece) => piece.points.map(pointRect));
    const extent = boundsOf([...held.map(({ rect }) => rect), ...points]);
    if (extent === null) return;
    const shift = { x: -(row[0]?.left ?? 0), y: y - extent.y };
    shifts.push(shift);
    for (const { rect, keys } of held) {
      blocks.push({ rect: { ...rect, x: rect.x + shift.x, y: rect.y + shift.y }, keys });
      for (const key of keys) {
        const at = drawing.positions.get(key);
        if (at !== undefined) positions.set(key, { x: at.x + shift.x, y: at.y + shift.y });
      }
    }
    y += extent.height;
    gutters.push(y + air.rows / 2);
    const leaving = ways.filter((way) => way.some((piece) => piece.row === index) && lastRow(way) > index).length;
    crossed += leaving;
    y += air.rows + Math.max(0, leaving - 1) * track;
  });
  return { drawing: { positions, blocks, ways: joined(ways, cuts, shifts, gutters) }, lines: crossed };
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
function joined(
  ways: readonly (readonly Piece[])[],
  cuts: readonly number[],
  shifts: readonly Position[],
  gutters: readonly number[],
): ReadonlyMap<string, readonly Position[]> {
  const moved = ({ row, points }: Piece) => {
    const by = shifts[row] ?? { x: 0, y: 0 };
    return points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }));
  };
  const turns = new Map<string, readonly Position[]>();
  cuts.forEach((cut, index) => {
    const crossing = ways
      .flatMap((way) =>
        way.flatMap((piece, at) => {
          const next = way[at + 1];
          if (next === undefined || Math.min(piece.row, next.row) !== index) return [];
          return [{ id: `${piece.way}\n${at}`, y: piece.points.at(-1)?.y ?? 0, back: next.row < piece.row }];
        }),
      )
      .sort((one, other) => one.y - other.y);
    const [above, below] = [shifts[index], shifts[index + 1]];
    if (above === undefined || below === undefined) return;
    const right = cut + above.x;
    crossing.forEach(({ id, y, back }, order) => {
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
    });
  });
  return new Map(
    ways.flatMap((way) => {
      const [first] = way;
      if (first === undefined) return [];
      const points = way.flatMap((piece, at) => [...moved(piece), ...(turns.get(`${piece.way}\n${at}`) ?? [])]);
      return [[first.way, points] as const];
    }),
  );
}
