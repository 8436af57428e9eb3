/** One line of the table: ours, what ran beside it in the same run, their ratio, the goal. */
export interface Row {
  readonly name: string;
  readonly unit: "ms" | "kB" | "MB" | "µs a step";
  readonly ours: number;
  readonly reference: number;
  readonly goal: Goal | null;
}

/** The most that is allowed: of ours beside the reference, or of ours alone. */
export type Goal = { readonly ratio: number } | { readonly ours: number };

export function ratioOf(row: Row): number {
  return row.ours / row.reference;
}

export function reaches(row: Row): boolean | null {
  if (row.goal === null) return null;
  return "ratio" in row.goal ? ratioOf(row) <= row.goal.ratio : row.ours <= row.goal.ours;
}

/** The rows as a Markdown table. */
export function printTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    printNumber(row.ours, row.unit),
    printNumber(row.reference, row.unit),
    ratioOf(row).toFixed(2),
    printGoal(row),
  ]);
  const head = ["what", "Stepwire", "reference", "ratio", "goal"];
  const table = [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...lines];
  return table.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function printGoal(row: Row): string {
  if (row.goal === null) return "";
  const limit = "ratio" in row.goal ? `ratio ≤ ${row.goal.ratio}` : `≤ ${row.goal.ours} ${row.unit}`;
  return reaches(row) ? limit : `${limit}, missed`;
}

export function printNumber(value: number, unit: Row["unit"]): string {
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
}
