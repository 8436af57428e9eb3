import { addDependsOn } from "../../edits/dependsOn";
import { analysisOf } from "../../graph/stepTree";
import type { Finding, Rule } from "../problem";
import { cleanupSources } from "./cleanupSources";

export const cleanupWithoutDependency: Rule = {
  code: "cleanup-without-dependency",
  severity: "warning",
  why: "A Cleanup step must wait for every step that it cleans up after; the SDK adds them to DependsOn (cleanup_step.py). Otherwise it may delete before the outputs are written.",
  types: ["Cleanup"],
  checkLinks(entry, neighbours) {
    const { key, name, step } = entry;
    const sources = cleanupSources(step);
    if (sources.length === 0) return [];
    const { pointsAt } = analysisOf(entry);
    return sources.flatMap(({ name: source, index }): Finding[] => {
      if (pointsAt.some((point) => point.name === source) || neighbours.step(source) === undefined) return [];
      return [
        {
          step: key,
          at: ["Arguments", "Resources", "S3", index, "StepName"],
          message: `${name} cleans up after ${source}, and does not wait for it.`,
          fixes: [{ label: `Wait for ${source}`, recipe: addDependsOn(key, source) }],
        },
      ];
    });
  },
};
