import { addDependsOn } from "../../edits/dependsOn";
import type { StepEntry } from "../../graph/stepTree";
import { eachStep, together } from "../eachStep";
import type { Finding, Rule } from "../problem";
import { findProducers, makeIndex } from "./findProducers";
import { mayRead } from "./mayRead";
import { placesOfStep, type TypedIn } from "./places";

export const jsonGetS3WithoutDependency: Rule = {
  code: "json-get-s3-without-dependency",
  severity: "warning",
  why: "A JsonGet that reads a place in S3 makes no dependency (functions.py: only a property file or a step's property does): the file may not be written yet when the step runs.",
  checkDefinition(checked) {
    const { graph } = checked;
    const readers = together(filesReadBy(checked));
    if (readers.length === 0) return [];
    const index = makeIndex(graph.steps, new Map());
    return readers.flatMap(({ entry, typed }): Finding[] => {
      const { key, name } = entry;
      const [producer] = findProducers(index, entry, typed).filter(
        ({ produced, how }) =>
          how !== "name" &&
          mayRead(
            checked,
            { kind: "output", step: produced.step, output: produced.output },
            { step: key, path: typed.path },
          ),
      );
      const at = typed.path.slice(0, -2);
      if (producer === undefined) {
        if (graph.into.has(key)) return [];
        const message = `${name} reads a JSON file in S3, and waits for no step. Let it wait for the step that writes the file.`;
        return [{ step: key, at, severity: "info", message }];
      }
      const { step } = producer.produced;
      if (graph.into.get(key)?.some(({ from }) => from === step)) return [];
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

interface Reader {
  readonly entry: StepEntry;
  readonly typed: TypedIn;
}
const none: readonly Reader[] = [];

const filesReadBy = eachStep<readonly Reader[]>((entry) => {
  const files = placesOfStep(entry).typedIn.filter(({ isJsonFile }) => isJsonFile);
  return files.length === 0 ? none : files.map((typed) => ({ entry, typed }));
});
