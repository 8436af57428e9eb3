import { get, isList } from "../../definition/value";
import { analyseStep } from "../../graph/analyseStep";
import type { Graph } from "../../graph/deriveGraph";
import type { StepEntry } from "../../graph/stepTree";
import { stepTypeOf } from "../../steps";
import { selectedStep } from "../../steps/iteration";
import { inWords } from "../fields/exclusiveFields";
import { perStep } from "../perStep";
import type { Finding, Rule } from "../problem";

export const outputUnused: Rule = {
  code: "output-unused",
  severity: "info",
  why: "An output that nobody reads does no harm. It may be left over, or be the one that another step should read instead of a typed-in value.",
  checkDefinition({ graph }) {
    const findings: Finding[] = [];
    for (const entry of graph.steps) {
      const finding = unusedIn(graph, entry);
      if (finding !== null) findings.push(finding);
    }
    return findings;
  },
};

/** What was said of a step at the top of the pipeline: it hangs on the edges that leave it alone. */
interface Said {
  readonly key: string;
  readonly edges: ReturnType<Graph["outOf"]["get"]>;
  readonly finding: Finding | null;
}
const remembered = perStep<Said>();

function unusedIn(graph: Graph, entry: StepEntry): Finding | null {
  const edges = graph.outOf.get(entry.key);
  const before = entry.parent === null ? remembered.get(entry) : undefined;
  if (before !== undefined && before.edges === edges && before.key === entry.key) return before.finding;
  const finding = findUnused(graph, entry);
  if (entry.parent === null) remembered.set(entry, { key: entry.key, edges, finding });
  return finding;
}

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
