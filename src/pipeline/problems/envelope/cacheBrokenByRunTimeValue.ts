import { printPath } from "../../definition/path";
import { getIn } from "../../definition/value";
import { analysisOf } from "../../graph/stepTree";
import type { Finding, Rule } from "../problem";

export const cacheBrokenByRunTimeValue: Rule = {
  code: "cache-broken-by-run-time-value",
  severity: "warning",
  why: "A cached result is found by the step's arguments (developer guide, Caching pipeline steps, lists them by type). A value that is new in each execution makes them differ every time.",
  withKey: "CacheConfig",
  checkStep(entry) {
    const { key, name, step, stepType } = entry;
    const { cachedBy } = stepType;
    if (cachedBy === undefined || getIn(step, ["CacheConfig", "Enabled"]) !== true) return [];
    return analysisOf(entry).references.flatMap(({ reference, field }): Finding[] => {
      if (reference.kind !== "execution" || !newEachTime.has(reference.variable)) return [];
      if (field[0] !== "Arguments" || !cachedBy.some((member) => member === field[1])) return [];
      const message = `${name} is cached, but ${printPath(field.slice(1))} holds Execution.${reference.variable}, which is new in each execution: nothing is ever found.`;
      return [{ step: key, at: field, message }];
    });
  },
};

const newEachTime = new Set([
  "StartDateTime",
  "CurrentDateTime",
  "PipelineExecutionId",
  "PipelineExecutionArn",
  "TrainingJobName",
  "ProcessingJobName",
]);
