/** The keys of a tree: up and down, first and last, and by the first letters of a row. Left and right are the row's own. */
import type { OutlineRow } from "../../editor/session/outline";

/** The row that a key goes to from the one at `at`; undefined where it goes nowhere. The rows need not be in the page. */
export function rowAfter(key: string, rows: readonly OutlineRow[], at: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return at + 1 < rows.length ? at + 1 : undefined;
    case "ArrowUp":
      return at > 0 ? at - 1 : undefined;
    case "Home":
      return rows.length > 0 ? 0 : undefined;
    case "End":
      return rows.length > 0 ? rows.length - 1 : undefined;
    case "ArrowLeft":
      return parentOf(rows, at);
    case "ArrowRight":
      return levelOf(rows[at + 1]) > levelOf(rows[at]) ? at + 1 : undefined;
    default:
      return key.length === 1 && key !== " " ? byLetter(key.toLowerCase(), rows, at) : undefined;
  }
}

/** What a row is called. */
export function labelOf(row: OutlineRow): string {
  return row.kind === "step" ? row.key : `${row.to} ${row.sentence}`;
}

const levelOf = (row: OutlineRow | undefined) => row?.level ?? 0;

function parentOf(rows: readonly OutlineRow[], at: number): number | undefined {
  const level = levelOf(rows[at]);
  for (let above = at - 1; above >= 0; above--) if (levelOf(rows[above]) < level) return above;
  return undefined;
}

/** The next row from here on, around the end. */
function byLetter(letter: string, rows: readonly OutlineRow[], at: number): number | undefined {
  for (let by = 1; by <= rows.length; by++) {
    const next = (at + by) % rows.length;
    const row = rows[next];
    if (row !== undefined && labelOf(row).toLowerCase().startsWith(letter)) return next;
  }
  return undefined;
}

/** Where a row stands among those beside it, and how many these are: who hears of one row hears of all. */
export interface Standing {
  readonly place: number;
  readonly of: number;
}

export function standingsOf(rows: readonly OutlineRow[]): readonly Standing[] {
  const open: { level: number; count: number }[] = [];
  const places = rows.map((row) => {
    while ((open.at(-1)?.level ?? 0) > row.level) open.pop();
    let beside = open.at(-1);
    if (beside === undefined || beside.level < row.level) {
      beside = { level: row.level, count: 0 };
      open.push(beside);
    }
    beside.count++;
    return { place: beside.count, beside };
  });
  return places.map(({ place, beside }) => ({ place, of: beside.count }));
}
