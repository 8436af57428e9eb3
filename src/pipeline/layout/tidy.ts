import type { Line } from "../card/lines";
import type { Layout } from "../definition/document";
import type { Graph } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";
import type { CardShape } from "./cardShape";
import { fromElk, type RunElk, toElk } from "./elkGraph";

/**
 * Places for all steps: layered from left to right, the steps of a branch or body together, no two cards on each other.
 * `shapeOf` gives each step's size and ports, `lines` the drawn edges (`drawLines`). Rejects when elk does.
 */
export async function tidy(
  graph: Graph,
  shapeOf: (entry: StepEntry) => CardShape,
  lines: readonly Line[],
  runElk: RunElk,
): Promise<Layout> {
  if (graph.steps.length === 0) return new Map();
  return fromElk(await runElk(toElk(graph, shapeOf, lines)));
}
