/** What one step of an execution was sent and what it gave, as rows to read: where, what, and where it came from. */
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { ownArguments } from "../../../pipeline/simulate/engine/plan";
import { resolvedArguments } from "../../../pipeline/simulate/values/resolvedArguments";
import { shownValue, type ValueRow, valueRows } from "../../../pipeline/simulate/values/valueRows";
import { runValuesOf } from "./runValues";
import { bodyStepOf } from "./runView";
import type { ShownExecution } from "./shownExecution";

export type { ValueRow };

export interface StepValues {
  readonly sent: readonly ValueRow[];
  readonly gave: readonly ValueRow[];
}

const nothing: StepValues = { sent: [], gave: [] };

/** Reads what is known of a step, by its name in the execution's list. */
export function readStepRun(shown: ShownExecution, name: string): StepValues {
  const known = runValuesOf(shown);
  if (known === null || !shown.steps.some((step) => step.name === name)) return nothing;
  const { definition, parameters, context, outputsByStep, simulation } = known;
  const key = bodyStepOf(name, definition) ?? name;
  const entry = stepsByKey(definition).get(key);
  if (entry === undefined) return nothing;
  // An iteration's request is known to the local region alone: SageMaker does not tell the item.
  const iteration = key === name ? undefined : simulation?.steps.find((step) => step.name === name);
  const resolution =
    iteration === undefined
      ? resolvedArguments(definition, key, { parameters, execution: context, outputsByStep })
      : { value: iteration.request ?? {}, unresolved: iteration.unresolved };
  if (resolution === null) return nothing;
  return {
    sent: valueRows(ownArguments(entry), resolution.value, ["Arguments"], resolution.unresolved),
    gave: [...(outputsByStep.get(name) ?? [])].map(([path, value]) => ({
      path,
      value: shownValue(value),
      from: null,
      why: null,
    })),
  };
}
