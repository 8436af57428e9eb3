import { get, isList } from "../../definition/value";
import { analyseStep } from "../../graph/analyseStep";
import type { Graph } from "../../graph/deriveGraph";
import type { StepEntry } from "../../graph/stepTree";
import { stepTypeOf } from "../../steps";
import { selectedStep } from "../../steps/iteration";
import { eachStep } from "../eachStep";
import { inWords } from "../fields/exclusiveFields";
import type { Finding, Rule } from "../problem";

export const outputUnused: Rule = {
  code: "output-unused",
  severity: "info",
  why: "An output that nobody reads does no harm. It may be left over, or be the one that another step should read instead of a typed-in value.",
  checkDefinition(checked) {
    return unusedOf(checked, checked.graph.outOf).filter((finding) => finding !== null);
  },
};

/** Of a step at the top of the pipeline it hangs on the edges that leave it alone. */
const unusedOf = eachStep<Finding | null>((entry, { graph }) => findUnused(graph, entry), {
  always: ({ parent }) => parent !== null,
});

function findUnused(graph: Graph, entry: StepEntry): Finding | null {
  const declared = namesDeclared(entry);
  if (declared.length === 0) return null;
  const loop = loopAround(graph, entry);
  const unused = declared.filter((output) => !isRead(graph, entry, loop, `OutputParameters['${output}']`));
  if (unused.length === 0) return null;
  return { step: entry.key, at: ["OutputParameters"], message: `Nothing reads ${inWords(unused)} of ${entry.name}.` };
}

const none: readonly string[] = [];

function namesDeclared({ step, type }: StepEntry): readonly string[] {
  const list = get(step, "OutputParameters");
  if (!isList(list) || list.length === 0 || stepTypeOf(type).outputsForm !== "declared") return none;
  const names: string[] = [];
  for (const item of list) {
    const name = get(item, "OutputName");
    if (typeof name === "string" && name !== "") names.push(name);
  }
  return names;
}

/** The declared outputs of a step that others read, of a step in a loop's body through the loop too. */
function isRead(graph: Graph, entry: StepEntry, loop: StepEntry | null, property: string): boolean {
  if (reads(graph, entry.key, (output) => output === property || startsBelow(output, property))) return true;
  if (loop === null) return false;
  const isSelected = selectedStep(loop.step) === entry.name;
  const inSelector = analyseStep(loop.step).references.some(
    ({ reference }) =>
      reference.kind === "iterationOutput" && reference.step === entry.name && reference.property === property,
  );
  const behind = `.${entry.name}.${property}`;
  return (
    inSelector ||
    reads(graph, loop.key, (output) =>
      output.startsWith("Selected.") ? isSelected && output === `Selected.${property}` : output.endsWith(behind),
    )
  );
}

function startsBelow(output: string, property: string): boolean {
  return output.length > property.length && output.startsWith(property);
}

function reads(graph: Graph, key: string, isIt: (output: string) => boolean): boolean {
  for (const { reasons } of graph.outOf.get(key) ?? []) {
    for (const reason of reasons) if (reason.kind === "data" && isIt(reason.output)) return true;
  }
  return false;
}

function loopAround(graph: Graph, { parent, slot }: StepEntry): StepEntry | null {
  const container = parent === null ? undefined : graph.byKey.get(parent);
  const isLoop = stepTypeOf(container?.type ?? "").slots.some(({ key, edge }) => key === slot && edge === "each");
  return container !== undefined && isLoop ? container : null;
}
