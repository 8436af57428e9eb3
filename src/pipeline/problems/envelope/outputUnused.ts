import { get, isList } from "../../definition/value";
import { analysisOf, type StepEntry } from "../../graph/stepTree";
import { selectedStep } from "../../steps/iteration";
import { inWords } from "../fields/exclusiveFields";
import type { Neighbours } from "../neighbours";
import type { Rule } from "../problem";

export const outputUnused: Rule = {
  code: "output-unused",
  severity: "info",
  why: "An output that nobody reads does no harm. It may be left over, or be the one that another step should read instead of a typed-in value.",
  withKey: "OutputParameters",
  checkLinks(entry, neighbours) {
    const declared = namesDeclared(entry);
    if (declared.length === 0) return none;
    const loop = enclosingLoop(neighbours, entry);
    let unused: string[] | null = null;
    for (const output of declared) {
      if (isRead(neighbours, entry, loop, `OutputParameters['${output}']`)) continue;
      unused ??= [];
      unused.push(output);
    }
    if (unused === null) return none;
    const message = `Nothing reads ${inWords(unused)} of ${entry.name}.`;
    return [{ step: entry.key, at: ["OutputParameters"], message }];
  },
};

const none: readonly never[] = [];

function namesDeclared({ step, stepType }: StepEntry): readonly string[] {
  const list = get(step, "OutputParameters");
  if (!isList(list) || list.length === 0 || stepType.outputsForm !== "declared") return none;
  const names: string[] = [];
  for (const item of list) {
    const name = get(item, "OutputName");
    if (typeof name === "string" && name !== "") names.push(name);
  }
  return names;
}

/** The declared outputs of a step that others read, of a step in a loop's body through the loop too. */
function isRead(neighbours: Neighbours, entry: StepEntry, loop: StepEntry | null, property: string): boolean {
  if (reads(neighbours, entry.key, (output) => output.startsWith(property))) return true;
  if (loop === null) return false;
  const isSelected = selectedStep(loop.step) === entry.name;
  const inSelector = analysisOf(loop).references.some(
    ({ reference }) =>
      reference.kind === "iterationOutput" && reference.step === entry.name && reference.property === property,
  );
  const behind = `.${entry.name}.${property}`;
  return (
    inSelector ||
    reads(neighbours, loop.key, (output) =>
      output.startsWith("Selected.") ? isSelected && output === `Selected.${property}` : output.endsWith(behind),
    )
  );
}

function reads(neighbours: Neighbours, key: string, isIt: (output: string) => boolean): boolean {
  for (const { reasons } of neighbours.edgesOutOf(key)) {
    for (const reason of reasons) if (reason.kind === "data" && isIt(reason.output)) return true;
  }
  return false;
}

function enclosingLoop(neighbours: Neighbours, { parent, slot }: StepEntry): StepEntry | null {
  const container = parent === null ? undefined : neighbours.step(parent);
  const isLoop = container?.stepType.slots.some(({ key, edge }) => key === slot && edge === "each");
  return container !== undefined && isLoop === true ? container : null;
}
