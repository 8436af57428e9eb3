/** Results of steps that other executions take over, as they are kept in a record. */
import { parseValue } from "../pipeline/definition/parse";
import { serialise } from "../pipeline/definition/serialise";
import type { Value } from "../pipeline/definition/value";
import type { Graph } from "../pipeline/graph/deriveGraph";
import type { Outputs } from "../pipeline/steps/runs/values/outputs";
import type { CopiedRun, StoredRun } from "./state/records";
import type { TimedStep } from "./timedStep";

export function storedRun({ end, endedAt }: TimedStep, from: string): StoredRun {
  const outputs = [...end.outputs].map(([path, value]) => [path, serialise(value)] as const);
  return { step: end.name, from, endedAt, outcome: end.outcome, outputs };
}

export function storedOutputs({ outputs }: StoredRun): Outputs {
  return new Map(outputs.map(([path, json]) => [path, storedValue(json)]));
}

export function copiedRun(step: TimedStep, from: string): CopiedRun {
  const { iteration, request, envelope } = step.end;
  return {
    ...storedRun(step, from),
    request: serialise(request),
    envelope: serialise(envelope),
    iteration: iteration === null ? null : { ...iteration, item: serialise(iteration.item) },
  };
}

/** A copied run as a step of its new execution, which it was from the start; none where its step is not there any more. */
export function copyOf(copied: CopiedRun, graph: Graph, startedAt: number): readonly TimedStep[] {
  const { step: name, iteration, request, envelope, outcome, from } = copied;
  const entry = graph.byKey.get(iteration === null ? name : name.slice(0, name.lastIndexOf("-")));
  if (entry === undefined) return [];
  const end = {
    name,
    entry,
    iteration: iteration === null ? null : { ...iteration, item: storedValue(iteration.item) },
    status: "Succeeded",
    request: storedValue(request),
    envelope: storedValue(envelope),
    unresolved: [],
    outputs: storedOutputs(copied),
    outcome,
    failureReason: null,
  } as const;
  const times = { startedAt, endedAt: startedAt, tries: [{ began: startedAt, failed: null }], earlier: [] };
  return [
    {
      end,
      ...times,
      outputs: end.outputs,
      callbackToken: null,
      runsHandler: false,
      cachedFrom: null,
      copiedFrom: from,
    },
  ];
}

function storedValue(json: string): Value {
  const parsed = parseValue(json);
  if (!parsed.ok) throw new Error("A stored value is no JSON.");
  return parsed.value;
}
