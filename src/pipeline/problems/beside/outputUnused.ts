import type { Segment } from "../../definition/path";
import { analyseStep } from "../../graph/analyseStep";
import type { Graph } from "../../graph/deriveGraph";
import type { StepEntry } from "../../graph/stepTree";
import { splitProperty } from "../../references/propertyPath";
import { stepTypeOf } from "../../steps";
import { selectedStep } from "../../steps/iteration";
import { inWords } from "../fields/exclusiveFields";
import type { Finding, Rule } from "../problem";
import { outputParameters } from "./outputParameters";

export const outputUnused: Rule = {
  code: "output-unused",
  severity: "info",
  why: "An output that nobody reads does no harm. It may be left over, or be the one that another step should read instead of a typed-in value.",
  checkDefinition({ graph }) {
    return graph.steps.flatMap((entry): Finding[] => {
      const { key, name, type, step } = entry;
      const declared = outputParameters(step, type);
      if (declared.length === 0) return [];
      const read = outputsRead(graph, entry);
      const unused = declared.map((output) => output.name).filter((output) => output !== "" && !read.has(output));
      if (unused.length === 0) return [];
      return [{ step: key, at: ["OutputParameters"], message: `Nothing reads ${inWords(unused)} of ${name}.` }];
    });
  },
};

/** The declared outputs of a step that others read, of a step in a loop's body through the loop too. */
function outputsRead(graph: Graph, entry: StepEntry): ReadonlySet<string> {
  const read = new Set<string>();
  const add = (segments: readonly Segment[] | null, skip = 0) => {
    if (segments?.[skip] === "OutputParameters") read.add(String(segments[skip + 1]));
  };
  for (const property of propertiesRead(graph, entry.key)) add(splitProperty(property));
  const loop = loopAround(graph, entry);
  if (loop === null) return read;
  for (const { reference } of analyseStep(loop.step).references) {
    if (reference.kind === "iterationOutput" && reference.step === entry.name) add(reference.segments);
  }
  for (const property of propertiesRead(graph, loop.key)) {
    const segments = splitProperty(property);
    if (segments?.[0] === "Selected" && selectedStep(loop.step) === entry.name) add(segments, 1);
    if (segments?.[0] === "IterationOutputs" && segments[2] === entry.name) add(segments, 3);
  }
  return read;
}

function propertiesRead(graph: Graph, key: string): readonly string[] {
  const edges = graph.outOf.get(key) ?? [];
  return edges.flatMap(({ reasons }) => reasons.flatMap((reason) => (reason.kind === "data" ? [reason.output] : [])));
}

function loopAround(graph: Graph, { parent, slot }: StepEntry): StepEntry | null {
  const container = parent === null ? undefined : graph.byKey.get(parent);
  const isLoop = stepTypeOf(container?.type ?? "").slots.some(({ key, edge }) => key === slot && edge === "each");
  return container !== undefined && isLoop ? container : null;
}
