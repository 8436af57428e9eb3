import { addDependsOn } from "../../edits/dependsOn";
import type { Finding, Rule } from "../problem";
import { mayRead } from "./mayRead";
import { findProducers } from "./producers";

const none: readonly Finding[] = [];

export const jsonGetS3WithoutDependency: Rule = {
  code: "json-get-s3-without-dependency",
  severity: "warning",
  why: "A JsonGet that reads a place in S3 makes no dependency (functions.py: only a property file or a step's property does): the file may not be written yet when the step runs.",
  checkLinks(entry, neighbours) {
    const { typedIn } = neighbours;
    if (!typedIn.some(({ isJsonFile }) => isJsonFile)) return none;
    const files = typedIn.filter(({ isJsonFile }) => isJsonFile);
    const { key, name } = entry;
    const checked = neighbours.whole();
    const waitsFor = checked.graph.into.get(key) ?? [];
    return files.flatMap((typed): Finding[] => {
      const producer = findProducers(checked.producers, entry, typed).find(
        ({ produced: { step, output }, how }) =>
          (how === "equal" || how === "under") &&
          mayRead(checked, { kind: "output", step, output }, { step: key, path: typed.path }),
      );
      const at = typed.path.slice(0, -2);
      if (producer === undefined) {
        if (waitsFor.length > 0) return [];
        const message = `${name} reads a JSON file in S3, and waits for no step. Let it wait for the step that writes the file.`;
        return [{ step: key, at, severity: "info", message }];
      }
      const { step } = producer.produced;
      if (waitsFor.some(({ from }) => from === step)) return [];
      return [
        {
          step: key,
          at,
          message: `${name} reads a JSON file that ${step} writes, and does not wait for it.`,
          fixes: [{ label: `Wait for ${step}`, recipe: addDependsOn(key, step) }],
        },
      ];
    });
  },
};
