import { type Path, parsePath, printPath } from "../../definition/path";
import { objectOf, type Value } from "../../definition/value";
import type { SimulatedStep, Simulation } from "./simulate";

/**
 * Steps in document order; outputs by the property that a reference names. `refused`: how many errors keep SageMaker from taking the
 * definition; with any, nothing of it would run.
 */
export function simulationAsJson({ status, steps }: Simulation, refused: number): Value {
  return { status: refused > 0 ? "Failed" : status, refused, steps: steps.map(stepAsJson) };
}

function stepAsJson({ name, type, status, outcome, why, request, outputs, failureReason }: SimulatedStep): Value {
  const given = objectOf([...outputs].map(([path, value]) => [propertyText(path), value]));
  return { name, type, status, outcome: outcomeText(outcome), why, request, outputs: given, failureReason };
}

export function outcomeText(outcome: boolean | null): string | null {
  return outcome === null ? null : outcome ? "True" : "False";
}

/** Members that AWS and its SDK write in brackets: keys of maps, and elements that go by a name. */
const keyed = ["OutputParameters", "Outputs", "FinalMetricDataList", "HyperParameters", "Environment"];

/** A printed path as references write it: `OutputParameters['train_path']`. */
export function propertyText(printed: string): string {
  const path: Path = parsePath(printed) ?? [printed];
  let text = "";
  path.forEach((segment, index) => {
    const before = path[index - 1];
    if (typeof segment === "string" && typeof before === "string" && keyed.includes(before)) text += `['${segment}']`;
    else
      text += `${index > 0 && typeof segment === "string" && !printPath([segment]).startsWith("[") ? "." : ""}${printPath([segment])}`;
  });
  return text;
}
