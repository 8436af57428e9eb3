/**
 * `npm run bench -- --beside FOLDER`: this checkout and another one, in turn, every row, the median of five runs each.
 *   --quick, --only PART, --sizes N,N    as in main.ts, for each run
 * Each side runs its own built programs against its own build, so a side may change what its programs know of its page. Part by part,
 * ours and theirs next to each other: a slow hour of the machine falls on both. All runs stand in bench/results/beside.json.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { compareRuns, printCompared } from "./compare";
import { type Part, parts } from "./parts";
import type { Row } from "./table";

const runs = 5;

const { values } = parseArgs({
  options: {
    beside: { type: "string" },
    only: { type: "string" },
    quick: { type: "boolean" },
    sizes: { type: "string" },
  },
});
const folders = { ours: resolve("."), theirs: resolve(values.beside ?? "") };
const taken: Readonly<Record<keyof typeof folders, Row[]>> = { ours: [], theirs: [] };

for (const part of parts.filter((each) => values.only === undefined || each === values.only)) {
  for (let run = 1; run <= runs; run += 1) {
    for (const side of ["ours", "theirs"] as const) {
      process.stderr.write(`bench: ${part}, run ${run} of ${runs}, ${side}\n`);
      taken[side].push(...measure(folders[side], part));
      keep();
    }
  }
}
console.log(`\n${printCompared(compareRuns(taken.ours, taken.theirs))}\n`);

/** A run that fails is told and left out: on a busy machine one does now and then. */
function measure(folder: string, part: Part): readonly Row[] {
  const program = join(folder, "dist", "bench", "programs", "main.js");
  const passedOn = [...(values.quick ? ["--quick"] : []), ...(values.sizes ? ["--sizes", values.sizes] : [])];
  const { status } = spawnSync(process.execPath, [program, "--only", part, ...passedOn], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status === 0) return JSON.parse(readFileSync(join(folder, "bench", "results", "latest.json"), "utf8")).rows;
  process.stderr.write("bench: this run failed and does not count\n");
  return [];
}

function keep(): void {
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/beside.json", `${JSON.stringify({ folders, ...taken }, null, 2)}\n`);
}
