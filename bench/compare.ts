import { median } from "./statistics";
import { printNumber, type Row } from "./table";

/** One row of two checkouts, each the median of its runs; null where a side has no row of that name. */
export interface Compared {
  readonly name: string;
  readonly unit: Row["unit"];
  readonly ours: number | null;
  readonly theirs: number | null;
  /** How many runs each side has, ours and theirs. */
  readonly runs: readonly [ours: number, theirs: number];
  /** Null where there is nothing to compare with. */
  readonly noWorse: boolean | null;
}

/** Rows belong together by their name, so a row that is measured in another way needs another name. */
export function compareRuns(ours: readonly Row[], theirs: readonly Row[]): Compared[] {
  const units = new Map([...ours, ...theirs].map(({ name, unit }) => [name, unit]));
  return [...units].map(([name, unit]) => {
    const taken = [ours, theirs].map((rows) => rows.filter((row) => row.name === name).map((row) => row.ours));
    const [mine = null, other = null] = taken.map((values) => (values.length === 0 ? null : median(values)));
    const noWorse = mine === null || other === null ? null : isNoWorse(unit, mine, other);
    return { name, unit, ours: mine, theirs: other, runs: [taken[0]?.length ?? 0, taken[1]?.length ?? 0], noWorse };
  });
}

/** Two runs of one and the same build differ by 10% or a millisecond; what is counted, not timed, by 1%. */
export function isNoWorse(unit: Row["unit"], ours: number, theirs: number): boolean {
  if (unit === "kB" || unit === "MB") return ours <= theirs * 1.01;
  return ours <= theirs * 1.1 || (unit === "ms" && ours <= theirs + 1);
}

/** As a Markdown table, and in a last line how many rows are worse. */
export function printCompared(rows: readonly Compared[]): string {
  const head = ["what", "ours", "theirs", "ratio", "no worse", "runs"];
  const lines = rows.map(({ name, unit, ours, theirs, noWorse, runs }) => [
    name,
    ours === null ? "—" : printNumber(ours, unit),
    theirs === null ? "—" : printNumber(theirs, unit),
    ours === null || theirs === null ? "—" : (ours / theirs).toFixed(2),
    noWorse === null ? "—" : noWorse ? "yes" : "**no**",
    runs[0] === runs[1] ? `${runs[0]}` : runs.join(" / "),
  ]);
  const table = [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...lines];
  const count = (wanted: boolean | null) => rows.filter(({ noWorse }) => noWorse === wanted).length;
  return [
    ...table.map((cells) => `| ${cells.join(" | ")} |`),
    "",
    `${count(true)} no worse, ${count(false)} worse, ${count(null)} on one side alone`,
  ].join("\n");
}
