/** What differs between two executions of a pipeline: `left` is the one that is shown, `right` the one beside it. */
import type { StepRun } from "../../../../contract/executions";
import type { DefinitionChanges } from "../../../../pipeline/compare/changes";
import { compareDefinitions } from "../../../../pipeline/compare/compareDefinitions";
import { serialise } from "../../../../pipeline/definition/serialise";
import { shownValue } from "../../../../pipeline/simulate/values/valueRows";
import { runValuesOf } from "../runValues";
import type { ShownExecution } from "../shownExecution";

export interface Differing {
  readonly name: string;
  /** Null where it has none. */
  readonly left: string | null;
  readonly right: string | null;
}

export interface ComparedStep {
  readonly name: string;
  readonly left: StepRun | null;
  readonly right: StepRun | null;
  /** How much longer the right one took, in milliseconds; null where one of them has not ended. */
  readonly longer: number | null;
  /** What they gave that is not the same, by path. */
  readonly values: readonly Differing[];
}

export interface ComparedRuns {
  readonly parameters: readonly Differing[];
  readonly steps: readonly ComparedStep[];
  /** From the left definition to the right one; null where one is not known. */
  readonly definition: DefinitionChanges | null;
}

export function compareRuns(left: ShownExecution, right: ShownExecution): ComparedRuns {
  const others = new Map(right.steps.map((step) => [step.name, step]));
  const own = new Set(left.steps.map(({ name }) => name));
  const valuesIn = [left, right].map((one) => runValuesOf(one)?.outputsByStep);
  const step = (name: string, one: StepRun | null, other: StepRun | null): ComparedStep => {
    const [took, tookOther] = [one, other].map(lengthOf);
    const gave = valuesIn.map((all) => new Map([...(all?.get(name) ?? [])].map(([path, value]) => [path, value])));
    const texts = gave.map((values) => new Map([...values].map(([path, value]) => [path, serialise(value)])));
    const shown = (side: number, path: string) => {
      const value = gave[side]?.get(path);
      return value === undefined ? null : shownValue(value);
    };
    const values = differingIn(texts[0] ?? new Map(), texts[1] ?? new Map()).map(({ name: path }) => ({
      ...{ name: path, left: shown(0, path), right: shown(1, path) },
    }));
    return {
      name,
      left: one,
      right: other,
      longer: took == null || tookOther == null ? null : tookOther - took,
      values,
    };
  };
  return {
    parameters: differingIn(givenTo(left), givenTo(right)),
    steps: [
      ...left.steps.map((one) => step(one.name, one, others.get(one.name) ?? null)),
      ...right.steps.filter(({ name }) => !own.has(name)).map((other) => step(other.name, null, other)),
    ],
    definition:
      left.definition === null || right.definition === null
        ? null
        : compareDefinitions(left.definition, right.definition),
  };
}

function givenTo({ parameters }: ShownExecution): ReadonlyMap<string, string> {
  return new Map((parameters ?? []).map(({ name, value }) => [name, value]));
}

function differingIn(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): readonly Differing[] {
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((name) => left.get(name) !== right.get(name))
    .map((name) => ({ name, left: left.get(name) ?? null, right: right.get(name) ?? null }));
}

/** How long a run took, in milliseconds. */
export function lengthOf(run: Pick<StepRun, "started" | "ended"> | null): number | null {
  if (run?.started == null || run.ended === null) return null;
  return Date.parse(run.ended) - Date.parse(run.started);
}
