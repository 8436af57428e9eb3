import { parseDefinition } from "../src/pipeline/definition/parse";
import { serialise } from "../src/pipeline/definition/serialise";
import { isObject } from "../src/pipeline/definition/value";
import { deriveGraph } from "../src/pipeline/graph/deriveGraph";
import { checkDefinition } from "../src/pipeline/reading";
import { loadAllModels } from "../src/pipeline/schema/load";
import { definitionText } from "./definitions";
import { processorTime } from "./processorTime";
import { median } from "./statistics";
import type { Row } from "./table";

/** Parse + graph + problems + serialise, beside JSON.parse + JSON.stringify of the same text, in this Node. */
export async function measureCore(sizes: readonly number[], runs: number): Promise<Row[]> {
  const models = await loadAllModels();
  const ours = (text: string) => {
    const parsed = parseDefinition(text);
    if (!parsed.ok || !isObject(parsed.value)) throw new Error("the generated definition is refused");
    const graph = deriveGraph(parsed.value);
    const problems = checkDefinition(parsed.value, models);
    return graph.edges.length + problems.length + serialise(parsed.value, 0).length;
  };
  const reference = (text: string) => JSON.stringify(JSON.parse(text)).length;

  // Both compiled by V8 before anything counts.
  const warm = definitionText(500);
  time(() => ours(warm) + reference(warm), 10);

  const measured = sizes.map((size) => ({ size, ...measureBeside(definitionText(size), size, runs, ours, reference) }));
  const rows: Row[] = measured.map(({ size, oursMs, referenceMs }) => ({
    name: `parse + graph + problems + serialise beside JSON.parse + JSON.stringify, ${size.toLocaleString("en")} steps`,
    unit: "ms",
    ours: oursMs,
    reference: referenceMs,
    goal: { ratio: 4 },
  }));
  const [smallest, largest] = [measured[0], measured.at(-1)];
  if (smallest && largest && smallest !== largest) {
    rows.push({
      name: `the same a step, at ${largest.size.toLocaleString("en")} steps beside ${smallest.size.toLocaleString("en")}`,
      unit: "µs a step",
      ours: (largest.oursMs / largest.size) * 1000,
      reference: (smallest.oursMs / smallest.size) * 1000,
      goal: { ratio: 1.25 },
    });
  }
  return rows;
}

/** The two in turn, so that a slow moment of the machine falls on both; small texts several times a run. */
function measureBeside(
  text: string,
  size: number,
  runs: number,
  ours: (text: string) => number,
  reference: (text: string) => number,
): { oursMs: number; referenceMs: number } {
  const times = Math.max(1, Math.round(2_000 / size));
  const taken: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  for (let run = 0; run < runs; run += 1) {
    taken.reference.push(time(() => reference(text), times));
    taken.ours.push(time(() => ours(text), times));
  }
  return { oursMs: median(taken.ours), referenceMs: median(taken.reference) };
}

function time(work: () => number, times: number): number {
  const start = processorTime();
  // Looking at the result keeps the compiler from leaving the work out.
  for (let turn = 0; turn < times; turn += 1) if (work() <= 0) throw new Error("nothing came out");
  return (processorTime() - start) / times;
}
