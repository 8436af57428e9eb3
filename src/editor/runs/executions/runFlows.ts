import { isFinished } from "../../../contract/finished";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { noOutputs } from "../../../pipeline/steps/runs/values/outputs";
import type { LineFlow } from "../../session/editorState";
import { lineFlowsOf } from "../flows/lineFlows";
import { runValuesOf } from "./runValues";
import { bodyStepOf } from "./runView";
import type { ShownExecution } from "./shownExecution";

/**
 * What went along the lines of an execution so far, by their ids; as long as it goes on, nothing of those where something may still go.
 */
export function runFlowsOf(shown: ShownExecution): ReadonlyMap<string, LineFlow> {
  const known = runValuesOf(shown);
  if (known === null) return new Map();
  const { definition, outputsByStep } = known;
  const ran = shown.steps.map(({ name, outcome }) => ({
    key: bodyStepOf(name, definition) ?? name,
    outcome: outcome === "True" ? true : outcome === "False" ? false : null,
    outputs: outputsByStep.get(name) ?? noOutputs,
  }));
  const flows = lineFlowsOf(ran, deriveGraph(definition));
  if (shown.execution !== null && isFinished(shown.execution.status)) return flows;
  return new Map([...flows].filter(([, { flows }]) => flows));
}
