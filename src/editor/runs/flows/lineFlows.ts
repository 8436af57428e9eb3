/** What went along each line of the canvas, in a simulation or an execution. */
import { linesOf } from "../../../pipeline/card/lines";
import type { Value } from "../../../pipeline/definition/value";
import type { Graph } from "../../../pipeline/graph/deriveGraph";
import { createFlows, type FlowingStep } from "../../../pipeline/simulate/engine/flow";
import { shownValue } from "../../../pipeline/simulate/values/valueRows";
import type { LineFlow } from "../../session/editorState";

/** By the line's id, `steps` being those that ran. */
export function lineFlowsOf(steps: readonly FlowingStep[], graph: Graph): ReadonlyMap<string, LineFlow> {
  const flowOf = createFlows(steps, graph);
  const lines = new Map<string, LineFlow>();
  for (const edge of graph.edges) {
    for (const line of linesOf(edge, graph)) {
      const { flows, values } = flowOf(edge, line.reason);
      lines.set(line.id, { flows, label: labelOf(values), value: values.length === 0 ? null : listed(values) });
    }
  }
  return lines;
}

const longest = 22;

/** A value as it fits on a line: the end of a long one tells more than its beginning (`…/train.csv`). */
export function shortValue(value: Value): string {
  const text = shownValue(value).replaceAll(/\s+/g, " ");
  if (text === "") return '""';
  if (text.length <= longest) return text;
  const isLocation = /^(s3:\/\/|arn:|https?:\/\/|\/)/.test(text);
  return isLocation ? `…${text.slice(1 - longest)}` : `${text.slice(0, longest - 1)}…`;
}

function labelOf(values: readonly Value[]): string | null {
  const [first] = values;
  if (first === undefined) return null;
  const others = values.length - 1;
  return others === 0 ? shortValue(first) : `${shortValue(first)} + ${others} more`;
}

function listed(values: readonly Value[]): string {
  return values.map(shownValue).join(", ");
}
