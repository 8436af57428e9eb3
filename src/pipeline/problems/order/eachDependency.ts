import type { DependsOnEntry } from "../../graph/analyseStep";
import { analysisOf, type StepEntry } from "../../graph/stepTree";
import type { Finding, Statement } from "../problem";

const none: readonly never[] = [];

/** What there is to say of the entries of a step's `DependsOn`, one by one: a list is made only where there is something. */
export function eachDependency(
  entry: StepEntry,
  find: (dependency: DependsOnEntry) => Statement | null,
): readonly Finding[] {
  let findings: Finding[] | null = null;
  for (const dependency of analysisOf(entry).dependsOn) {
    const found = find(dependency);
    if (found === null) continue;
    findings ??= [];
    findings.push({ step: entry.key, at: ["DependsOn", dependency.index], ...found });
  }
  return findings ?? none;
}
